package dev.nodestart.gpu.require;

/** What came of an image's requirements on a host. */
public sealed interface RequireResult {

    /** The image requires nothing. */
    record None() implements RequireResult {}

    /** The image has the requirements switched off with {@code NVIDIA_DISABLE_REQUIRE}. */
    record Disabled() implements RequireResult {}

    /**
     * All of them hold.
     *
     * @param variables how many there are
     */
    record Satisfied(int variables) implements RequireResult {}

    /**
     * One does not hold.
     *
     * @param variable its variable
     * @param condition the first condition that does not hold, which is the one that the toolkit names too
     * @param expression all of it
     */
    record Unsatisfied(String variable, String condition, String expression) implements RequireResult {}

    /**
     * Too little is known of the host.
     *
     * @param variable the first requirement that cannot be decided
     * @param expression all of it
     */
    record Unknown(String variable, String expression) implements RequireResult {}

    /**
     * A requirement is not of the form that the toolkit reads, so it refuses it.
     *
     * @param variable its variable
     * @param word the word that is not understood
     */
    record Invalid(String variable, String word) implements RequireResult {}
}
