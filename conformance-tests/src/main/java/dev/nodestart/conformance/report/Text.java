package dev.nodestart.conformance.report;

/** What logs and images print, made harmless for a report: nothing in it can steer a terminal or break a format. */
final class Text {

    private static final char ESCAPE = '\u001b';
    private static final char REPLACEMENT = '\ufffd';

    private Text() {}

    /** Without terminal sequences and control characters; line ends are line feeds, tabs stay. */
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!harmless(text.charAt(i))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    /** With a mark in place of every half of a surrogate pair, which no encoding can hold. */
    static String mended(String text) {
        StringBuilder mended = new StringBuilder();
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                i++;
            } else {
                mended.append(text, done, i).append(REPLACEMENT);
                done = i + 1;
            }
        }
        return done == 0 ? text : mended.append(text, done, text.length()).toString();
    }

    /** On one line, spaces in place of line ends. */
    static String oneLine(String text) {
        String plain = plain(text).strip();
        return plain.indexOf('\n') < 0 && plain.indexOf('\t') < 0
                ? plain
                : plain.replace('\t', ' ').replace('\n', ' ');
    }

    /** Filled with spaces on the right. */
    static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** Filled with spaces on the left. */
    static String rightAligned(String text, int width) {
        return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
    }

    /** A count with its noun, such as {@code 1 check} or {@code 3 checks}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static boolean harmless(char c) {
        return c == '\n' || c == '\t' || (c >= ' ' && c < '\u007f') || (c >= '\u00a0' && c < '\ud800');
    }

    private static String cleaned(String text, int from) {
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, from);
        int i = from;
        while (i < text.length()) {
            int code = text.codePointAt(i);
            if (code == ESCAPE) {
                i = afterSequence(text, i);
                continue;
            }
            if (code == '\r') {
                plain.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\n");
            } else if (code == '\n' || code == '\t' || !Character.isISOControl(code)) {
                plain.appendCodePoint(allowed(code) ? code : REPLACEMENT);
            }
            i += Character.charCount(code);
        }
        return plain.toString();
    }

    /** What XML 1.0 allows beyond ASCII: no half of a pair, no noncharacter. */
    private static boolean allowed(int code) {
        return (code < 0xd800 || code > 0xdfff) && (code & 0xfffe) != 0xfffe;
    }

    /** ECMA-48: the escape, a bracket, parameters up to a final letter; any other sequence has one more character. */
    private static int afterSequence(String text, int escape) {
        int i = escape + 1;
        if (i >= text.length() || text.charAt(i) != '[') {
            return i;
        }
        i++;
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < '@') {
            i++;
        }
        return i < text.length() && text.charAt(i) >= '@' && text.charAt(i) <= '~' ? i + 1 : i;
    }
}
