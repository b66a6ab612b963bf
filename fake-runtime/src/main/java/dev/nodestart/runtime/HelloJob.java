package dev.nodestart.runtime;

/** The smallest jar task there is: it greets, and says which Java it runs on. */
public final class HelloJob {
    private HelloJob() {}

    /**
     * Prints a line on standard output.
     *
     * @param args printed after the greeting
     */
    public static void main(String[] args) {
        String who = args.length == 0 ? "node" : String.join(" ", args);
        System.out.println("Hello, " + who + ", from Java " + System.getProperty("java.specification.version"));
    }
}
