package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.spec.SpecProblem;
import java.util.List;

/** What came of reading what a user asks for. */
public sealed interface LaunchPlan {

    /**
     * It can be launched.
     *
     * @param request what the launcher takes
     * @param warnings what is worth knowing
     */
    record Ready(LaunchRequest request, List<SpecProblem> warnings) implements LaunchPlan {}

    /**
     * It cannot.
     *
     * @param problems everything that is wrong, and the warnings found beside it
     */
    record Refused(List<SpecProblem> problems) implements LaunchPlan {}
}
