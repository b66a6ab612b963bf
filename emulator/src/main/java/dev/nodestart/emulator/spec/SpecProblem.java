package dev.nodestart.emulator.spec;

/**
 * One thing that is wrong with a create call.
 *
 * @param severity whether the call is refused
 * @param pointer JSON pointer of the place, empty for the whole
 * @param errorCode the API's code, such as {@code INVALID_PARAMETER_VALUE}
 * @param message the API's own message where it is known, else ours
 * @param advice what to do next, empty where the message says it
 */
public record SpecProblem(Severity severity, String pointer, String errorCode, String message, String advice) {
    /** Whether the call is refused. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
