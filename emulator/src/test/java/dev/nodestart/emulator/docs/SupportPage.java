package dev.nodestart.emulator.docs;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rows of the level-of-support page. */
final class SupportPage {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Tests|IT))(?:#(\\w+))?`");

    private SupportPage() {}

    /**
     * One row.
     *
     * @param behaviour of the platform
     * @param level how far it is emulated
     * @param source where the fact comes from
     * @param tests what its last cell says
     */
    record Row(String behaviour, String level, String source, String tests) {
        boolean hasNoTest() {
            return tests.equals("-");
        }

        List<Named> named() {
            return TEST.matcher(tests).results().map(Named::of).toList();
        }

        @Override
        public String toString() {
            return behaviour;
        }
    }

    /**
     * A test that a row names.
     *
     * @param type the simple name of its class
     * @param method empty for the whole class
     */
    record Named(String type, String method) {
        private static Named of(MatchResult match) {
            return new Named(match.group(1), match.group(2) == null ? "" : match.group(2));
        }
    }

    /** All rows of all tables, without their headings. */
    static List<Row> rows(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| behaviour"))
                .map(SupportPage::row)
                .toList();
    }

    private static Row row(String line) {
        String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
        if (cells.length != 5) {
            throw new AssertionError("This row has [%d] cells, not [5]: %s".formatted(cells.length, line));
        }
        List<String> texts = Arrays.stream(cells).map(String::strip).toList();
        return new Row(texts.get(0), texts.get(1), texts.get(3), texts.get(4));
    }
}
