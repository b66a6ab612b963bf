package dev.nodestart.conformance.suite;

/**
 * A command that the probe ran.
 *
 * @param status its exit status; 127 where there is no such command
 * @param lastLine the last line of its output that is not blank
 */
record ToolRun(int status, String lastLine) {

    /** What stands for a command of which the probe says nothing. */
    static final ToolRun UNKNOWN = new ToolRun(-1, "");

    boolean worked() {
        return status == 0;
    }

    /** The line of evidence. */
    String shown(String command) {
        return "$ " + command + "  (exit status " + status + ")" + (lastLine.isEmpty() ? "" : "\n" + lastLine);
    }
}
