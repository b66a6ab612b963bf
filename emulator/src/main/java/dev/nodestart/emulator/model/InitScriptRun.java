package dev.nodestart.emulator.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One init script on one node.
 *
 * @param node the node's name
 * @param global whether it is a global script
 * @param destination the location as the spec gives it, such as {@code workspace:/Shared/a.sh}
 * @param status how it ended
 * @param exitCode its exit status where it ran to an end
 * @param duration how long it ran
 * @param error the platform's error text, empty where it succeeded
 * @param logName the base name of its log files in {@code /databricks/init_scripts}, without {@code .stdout.log}
 * @param changes what it changed on its node
 */
public record InitScriptRun(
        String node,
        boolean global,
        String destination,
        InitScriptStatus status,
        OptionalInt exitCode,
        Duration duration,
        Optional<String> error,
        String logName,
        ScriptChanges changes) {

    /** A script of which no change was seen. */
    public InitScriptRun(
            String node,
            boolean global,
            String destination,
            InitScriptStatus status,
            OptionalInt exitCode,
            Duration duration,
            Optional<String> error,
            String logName) {
        this(node, global, destination, status, exitCode, duration, error, logName, ScriptChanges.NONE);
    }

    /** The same with what it changed. */
    public InitScriptRun with(ScriptChanges seen) {
        return new InitScriptRun(node, global, destination, status, exitCode, duration, error, logName, seen);
    }
}
