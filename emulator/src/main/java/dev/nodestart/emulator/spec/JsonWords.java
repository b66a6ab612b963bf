package dev.nodestart.emulator.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what stands in a text where JSON wants something else; says kinds and fixed words, never the user's text. */
final class JsonWords {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4})");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private JsonWords() {}

    /** What is wrong and what to do. */
    record Saying(String what, String advice) {}

    static int number(String text, int at) {
        return endOf(NUMBER, text, at, at);
    }

    static int escape(String text, int at) {
        return endOf(ESCAPE, text, at, -1);
    }

    static String wordAt(String text, int at) {
        return text.substring(at, endOf(WORD, text, at, at));
    }

    private static int endOf(Pattern pattern, String text, int at, int otherwise) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() : otherwise;
    }

    static boolean wordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
    }

    static Saying insteadOfValue(String text, int at) {
        char c = text.charAt(at);
        String word = wordAt(text, at);
        if (c == ',' || c == '}' || c == ']') {
            return new Saying(
                    "a value is missing before [" + c + "]", "Write the value, or remove what is left of it.");
        }
        if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') {
            return new Saying(
                    "a number is not written as JSON writes it", "Write it as 1, -1 or 0.5, or put it in quotes.");
        }
        return switch (word) {
            case "True", "TRUE", "False", "FALSE" ->
                new Saying("[%s] is not JSON".formatted(word), "Write [%s].".formatted(word.equalsIgnoreCase("true")));
            case "None", "NULL", "Null", "nil", "undefined" ->
                new Saying("[%s] is not JSON".formatted(word), "Write [null], or leave the field out.");
            case "NaN", "Infinity" -> new Saying("[%s] is not JSON".formatted(word), "Write a number.");
            default -> common(text, at, "a value", word);
        };
    }

    static Saying insteadOfKey(String text, int at) {
        char c = text.charAt(at);
        return c == ','
                ? new Saying("a comma has no field before it", "Remove the comma.")
                : common(text, at, "a field's name", wordAt(text, at));
    }

    static Saying insteadOfColon(String text, int at) {
        char c = text.charAt(at);
        if (c == '=') {
            return new Saying("an equals sign stands after a field's name", "Write a colon [:].");
        }
        return comment(text, at)
                ? commentSaying()
                : new Saying("a colon [:] is missing after a field's name", "Write [\"name\": value].");
    }

    static Saying insteadOfComma(String text, int at, char open) {
        char c = text.charAt(at);
        if (comment(text, at)) {
            return commentSaying();
        }
        if (c == '}' || c == ']') {
            return new Saying(
                    "[%s] closes what [%s] opened".formatted(c, open),
                    "Write [%s] here.".formatted(open == '{' ? '}' : ']'));
        }
        if (c == ':') {
            return open == '['
                    ? new Saying("a list holds a field with a name", "Use braces [{}] for named fields.")
                    : new Saying("there is a colon too many", "Remove it.");
        }
        if (c == ';') {
            return new Saying("a semicolon stands where a comma should", "Write a comma [,].");
        }
        return unusualBlank(c)
                ? unusualBlankSaying(c)
                : new Saying("a comma is missing before this", "Write a comma [,] after the value before it.");
    }

    static Saying afterEnd(String text, int at) {
        char c = text.charAt(at);
        if (comment(text, at)) {
            return commentSaying();
        }
        if (c == '}' || c == ']') {
            return new Saying("there is one closing [" + c + "] too many", "Remove it.");
        }
        return unusualBlank(c)
                ? unusualBlankSaying(c)
                : new Saying("something follows the end of the document", "Give one JSON document only.");
    }

    private static Saying common(String text, int at, String wanted, String word) {
        char c = text.charAt(at);
        if (comment(text, at)) {
            return commentSaying();
        }
        if (c == '\'' || c == '`') {
            return new Saying("%s is in single quotes".formatted(wanted), "Use double quotes [\"].");
        }
        if (c == '\u201c' || c == '\u201d' || c == '\u201e' || c == '\u2018' || c == '\u2019') {
            return new Saying("%s is in typographic quotes".formatted(wanted), "Use plain double quotes [\"].");
        }
        if (unusualBlank(c)) {
            return unusualBlankSaying(c);
        }
        return word.isEmpty()
                ? new Saying("%s should stand here".formatted(wanted), "Write it in double quotes [\"].")
                : new Saying("%s is not in quotes".formatted(wanted), "Put it in double quotes [\"].");
    }

    private static boolean comment(String text, int at) {
        return text.charAt(at) == '#' || text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private static Saying commentSaying() {
        return new Saying("a comment stands here, and JSON has none", "Remove the comment.");
    }

    private static boolean unusualBlank(char c) {
        return c < ' ' || c == '\uFEFF' || Character.isSpaceChar(c);
    }

    private static Saying unusualBlankSaying(char c) {
        return new Saying(
                "an invisible character (U+%04X) stands between the fields".formatted((int) c),
                "Replace it with a plain blank.");
    }
}
