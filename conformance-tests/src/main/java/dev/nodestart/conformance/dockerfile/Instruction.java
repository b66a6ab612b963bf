package dev.nodestart.conformance.dockerfile;

/**
 * One instruction of a Dockerfile.
 *
 * @param keyword in capitals, such as {@code RUN}
 * @param arguments the rest, continued lines joined by a blank
 * @param line where it begins, counted from 1; 0 where only the image's history tells of it
 */
public record Instruction(String keyword, String arguments, int line) {
    private static final int SHOWN = 100;

    /** The instruction as one short line. */
    public String text() {
        String whole = (keyword + " " + arguments).replaceAll("\\s+", " ").strip();
        return whole.length() <= SHOWN ? whole : whole.substring(0, SHOWN - 1) + "…";
    }
}
