package dev.nodestart.conformance.report;

import java.util.Map;

/**
 * How text is dressed for a terminal.
 *
 * @param colour whether ANSI colours are written
 * @param unicode whether more than ASCII may be written
 */
public record Style(boolean colour, boolean unicode) {

    /** No colour, for files and pipes. */
    public static Style plain() {
        return new Style(false, true);
    }

    /**
     * What suits a terminal.
     *
     * @param terminal whether standard output is one
     * @param noColor whether {@code --no-color} was given
     * @param environment looked at for {@code NO_COLOR} (any value but an empty one), {@code TERM} and the locale
     */
    public static Style of(boolean terminal, boolean noColor, Map<String, String> environment) {
        boolean refused = noColor
                || !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Style(terminal && !refused, unicode(environment));
    }

    private static boolean unicode(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                return !locale.equals("C") && !locale.equals("POSIX");
            }
        }
        return true;
    }

    String bold(String text) {
        return dressed("1", text);
    }

    String dim(String text) {
        return dressed("2", text);
    }

    String red(String text) {
        return dressed("31", text);
    }

    String green(String text) {
        return dressed("32", text);
    }

    String yellow(String text) {
        return dressed("33", text);
    }

    /** One cell of a bar. */
    String bar() {
        return unicode ? "█" : "#";
    }

    /** A bar too short for a cell. */
    String thinBar() {
        return unicode ? "▏" : "|";
    }

    private String dressed(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
