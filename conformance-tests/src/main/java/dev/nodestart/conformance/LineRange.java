package dev.nodestart.conformance;

/**
 * The Databricks Runtime lines that a check applies to.
 *
 * @param since the first line, such as {@code 12.2}; empty for no lower bound
 * @param until the last line, such as {@code 8.x}; empty for no upper bound
 */
public record LineRange(String since, String until) {

    /** Every line. */
    public static LineRange all() {
        return new LineRange("", "");
    }

    /** A line and all later ones. */
    public static LineRange since(String line) {
        return new LineRange(line, "");
    }

    /** A line and all earlier ones. */
    public static LineRange until(String line) {
        return new LineRange("", line);
    }

    /** Whether the check applies to a line such as {@code 15.4}, {@code 8.x} or {@code 18}. */
    public boolean contains(String line) {
        return (since.isEmpty() || rank(line) >= rank(since)) && (until.isEmpty() || rank(line) <= rank(until));
    }

    /** The form of reports: {@code all}, {@code 12.2+}, {@code ..8.x} or {@code 9.1..12.2}. */
    @Override
    public String toString() {
        if (until.isEmpty()) {
            return since.isEmpty() ? "all" : since + "+";
        }
        return since + ".." + until;
    }

    private static int rank(String line) {
        String[] parts = line.split("\\.", -1);
        return number(parts[0]) * 1000 + (parts.length > 1 ? number(parts[1]) : 0);
    }

    private static int number(String part) {
        return part.matches("\\d{1,3}") ? Integer.parseInt(part) : 0;
    }
}
