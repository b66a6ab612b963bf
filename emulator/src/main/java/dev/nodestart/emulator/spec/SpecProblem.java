package dev.nodestart.emulator.spec;

/**
 * One thing that is wrong with a create call or with a flag that adds to it.
 *
 * @param severity whether the call is refused
 * @param pointer JSON pointer of the place, empty for the whole
 * @param errorCode the API's code, such as {@code INVALID_PARAMETER_VALUE}
 * @param message the API's own message where it is known ({@link SpecRule#wording}), else ours
 * @param advice what to do next, empty where the message says it
 * @param rule the rule that was broken
 */
public record SpecProblem(
        Severity severity, String pointer, String errorCode, String message, String advice, SpecRule rule) {
    /** Whether the call is refused. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Gives an error against a rule, with the code and severity of that rule. */
    public static SpecProblem of(SpecRule rule, String pointer, String message, String advice) {
        return new SpecProblem(rule.severity(), pointer, rule.errorCode(), message, advice, rule);
    }

    /** Whether the call is refused because of this. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same problem as a warning, which is what {@code --allow} makes of it. */
    public SpecProblem asWarning() {
        return new SpecProblem(Severity.WARNING, pointer, errorCode, message, advice, rule);
    }

    /** The problem for people: place, code, message, advice, as far as there are any. */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        if (!pointer.isEmpty()) {
            text.append(pointer).append(": ");
        }
        if (!errorCode.isEmpty()) {
            text.append(errorCode).append(": ");
        }
        text.append(message);
        if (!advice.isEmpty()) {
            text.append(message.endsWith(".") || message.endsWith("?") ? " " : ". ")
                    .append(advice);
        }
        return text.toString();
    }
}
