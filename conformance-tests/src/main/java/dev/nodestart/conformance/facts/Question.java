package dev.nodestart.conformance.facts;

/**
 * Something to ask a node: a shell command whose output and exit status are the answer.
 *
 * @param name names the answer, such as {@code java.version}
 * @param command for the image's {@code /bin/sh}; it runs in a shell of its own, as root, without input
 * @param limitSeconds for a slow question: it is asked only where a check wants it, runs beside the others and is ended
 *     after so many seconds; 0 for one that answers at once
 */
public record Question(String name, String command, int limitSeconds) {

    /** A question that answers at once. */
    public static Question of(String name, String command) {
        return new Question(name, command, 0);
    }

    /** Whether it takes long enough to run beside the others. */
    public boolean slow() {
        return limitSeconds > 0;
    }
}
