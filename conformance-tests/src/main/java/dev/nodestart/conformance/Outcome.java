package dev.nodestart.conformance;

/** How a check ended. */
public enum Outcome {
    /** What the check asks for holds. */
    PASS,
    /** It works, and there is something to know; or it does not work and nobody requires it. */
    WARN,
    /** What the check asks for does not hold. */
    FAIL,
    /** Not evaluated, for the reason in the message. */
    SKIPPED,
    /** Could not be evaluated: nothing is known. */
    ERROR
}
