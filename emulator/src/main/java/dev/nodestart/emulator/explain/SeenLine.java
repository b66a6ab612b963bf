package dev.nodestart.emulator.explain;

/**
 * A line of what was read, secrets masked.
 *
 * @param number from 1 on; 0 where it has none
 * @param where more of its place, such as the path in JSON or the name of a log; may be empty
 * @param text the line
 */
public record SeenLine(long number, String where, String text) {
    /** The place and the text, for people. */
    public String described() {
        String place = (number > 0 ? "line " + number : "") + (number > 0 && !where.isEmpty() ? ", " : "") + where;
        return place.isEmpty() ? text : place + ": " + text;
    }
}
