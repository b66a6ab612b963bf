package dev.nodestart.emulator.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to start an installed engine.
 *
 * @param shown what a person would type
 * @param command what is run; it returns when the engine has been told to start
 */
record EngineStart(List<String> shown, List<String> command) {

    /** Returns the ways of this machine, the most fitting one first. */
    static List<EngineStart> ways(Machine machine, Programs programs, Path log) {
        List<EngineStart> ways = new ArrayList<>();
        if (machine.systemd() && programs.has("systemctl")) {
            ways.add(plain("systemctl", "start", "docker"));
        } else if (programs.has("service")) {
            ways.add(plain("service", "docker", "start"));
        }
        if (!machine.systemd() && programs.has("dockerd")) {
            // In its own session, so that neither Ctrl-C nor the end of this program ends the engine.
            ways.add(new EngineStart(
                    List.of("dockerd"),
                    List.of(
                            "sh",
                            "-c",
                            "setsid dockerd >\"$1\" 2>&1 </dev/null & sleep 0.3; kill -0 $! 2>/dev/null || { tail -n 1 \"$1\"; exit 1; }",
                            "sh",
                            log.toString())));
        }
        return ways;
    }

    private static EngineStart plain(String... command) {
        return new EngineStart(List.of(command), List.of(command));
    }
}
