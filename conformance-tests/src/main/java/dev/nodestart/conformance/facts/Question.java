package dev.nodestart.conformance.facts;

/**
 * Something to ask a node: a shell command whose output and exit status are the answer.
 *
 * @param name names the answer, such as {@code java.version}
 * @param command for the image's {@code /bin/sh}; it runs in a shell of its own, as root, without input
 * @param limitSeconds for a slow question: it is asked only where a check wants it, runs beside the others and is ended
 *     after so many seconds; 0 for one that answers at once
 * @param early a slow question whose answer the driver cannot change, since it is about the image and what init scripts
 *     made of it: it may be asked while the driver starts
 */
public record Question(String name, String command, int limitSeconds, boolean early) {

    /** A slow question about a node that runs. */
    public Question(String name, String command, int limitSeconds) {
        this(name, command, limitSeconds, false);
    }

    /** A question that answers at once. */
    public static Question of(String name, String command) {
        return new Question(name, command, 0);
    }

    /** Whether it takes long enough to run beside the others. */
    public boolean slow() {
        return limitSeconds > 0;
    }
}
