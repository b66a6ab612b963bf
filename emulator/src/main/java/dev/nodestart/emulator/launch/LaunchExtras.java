package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.Optional;

/**
 * What a launch does beyond what the platform does.
 *
 * @param traceScripts whether all files of a node are compared before and after each init script
 * @param faults what goes wrong on purpose
 */
public record LaunchExtras(boolean traceScripts, List<Fault> faults) {
    /** Nothing. */
    public static final LaunchExtras NONE = new LaunchExtras(false, List.of());

    Optional<Fault> fault(Fault.Kind kind, Stage stage) {
        return Fault.find(faults, kind, stage);
    }
}
