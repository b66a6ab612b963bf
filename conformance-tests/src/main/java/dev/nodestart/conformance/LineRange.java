package dev.nodestart.conformance;

/**
 * The Databricks Runtime lines that a check applies to.
 *
 * @param since the first line, such as {@code 12.2}; empty for all lines
 */
public record LineRange(String since) {

    /** Every line. */
    public static LineRange all() {
        return new LineRange("");
    }

    /** A line and all later ones. */
    public static LineRange since(String line) {
        return new LineRange(line);
    }

    /** Whether the check applies to a line such as {@code 15.4}, {@code 8.x} or {@code 18}. */
    public boolean contains(String line) {
        return since.isEmpty() || rank(line) >= rank(since);
    }

    /** The form of reports: {@code all} or {@code 12.2+}. */
    @Override
    public String toString() {
        return since.isEmpty() ? "all" : since + "+";
    }

    private static int rank(String line) {
        String[] parts = line.split("\\.", -1);
        return number(parts[0]) * 1000 + (parts.length > 1 ? number(parts[1]) : 0);
    }

    private static int number(String part) {
        return part.matches("\\d{1,3}") ? Integer.parseInt(part) : 0;
    }
}
