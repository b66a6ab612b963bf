package dev.nodestart.emulator.spec;

import java.util.Optional;

/**
 * Walks a text that is not JSON up to its first fault and names it, for the faults that people make: Jackson's own
 * messages name tokens, not remedies. Each method returns whether it could go on.
 */
final class JsonFaultFinder {
    private static final int MAX_DEPTH = 1000; // Jackson's own limit

    private final String text;
    private int at;
    private int depth;
    private Optional<JsonFault> fault = Optional.empty();

    private JsonFaultFinder(String text) {
        this.text = text;
    }

    /** Finds the first fault; empty where the text is JSON. */
    static Optional<JsonFault> find(String text) {
        JsonFaultFinder finder = new JsonFaultFinder(text);
        finder.document();
        return finder.fault;
    }

    private boolean document() {
        skipBlanks();
        if (end()) {
            return fail(0, "it is empty", "Give the JSON of a create call, such as {\"spark_version\": …}.");
        }
        if (!value("the document")) {
            return false;
        }
        skipBlanks();
        return end() || fail(at, JsonWords.afterEnd(text, at));
    }

    private boolean value(String where) {
        skipBlanks();
        if (end()) {
            return fail(at, "the text ends where a value of " + where + " should stand", "Complete it.");
        }
        return switch (text.charAt(at)) {
            case '{' -> block('{', '}');
            case '[' -> block('[', ']');
            case '"' -> string();
            default -> JsonWords.number(text, at) > at ? number() : word();
        };
    }

    private boolean number() {
        at = JsonWords.number(text, at);
        return end()
                || !JsonWords.wordCharacter(text.charAt(at))
                || fail(at, "a number is followed by something that does not belong to it", "Put text in quotes.");
    }

    private boolean word() {
        for (String literal : new String[] {"true", "false", "null"}) {
            if (JsonWords.wordAt(text, at).equals(literal)) {
                at += literal.length();
                return true;
            }
        }
        return fail(at, JsonWords.insteadOfValue(text, at));
    }

    private boolean block(char open, char close) {
        int start = at++;
        if (++depth > MAX_DEPTH) {
            return fail(start, "it is nested more than " + MAX_DEPTH + " deep", "Simplify it.");
        }
        skipBlanks();
        if (!end() && text.charAt(at) == close) {
            return leave();
        }
        while (open == '{' ? member(start) : value("the list")) {
            skipBlanks();
            if (end()) {
                return unclosed(start);
            }
            char next = text.charAt(at);
            if (next == close) {
                return leave();
            }
            if (next != ',') {
                return fail(at, JsonWords.insteadOfComma(text, at, open));
            }
            int comma = at++;
            skipBlanks();
            if (!end() && (text.charAt(at) == '}' || text.charAt(at) == ']')) {
                String name = text.charAt(at) == '}' ? "brace [}]" : "bracket []]";
                return fail(comma, "a comma stands before the closing " + name, "Remove the comma.");
            }
            if (end()) {
                return unclosed(start);
            }
        }
        return false;
    }

    private boolean member(int start) {
        skipBlanks();
        if (end()) {
            return unclosed(start);
        }
        if (text.charAt(at) != '"') {
            return fail(at, JsonWords.insteadOfKey(text, at));
        }
        if (!string()) {
            return false;
        }
        skipBlanks();
        if (end()) {
            return unclosed(start);
        }
        if (text.charAt(at) != ':') {
            return fail(at, JsonWords.insteadOfColon(text, at));
        }
        at++;
        skipBlanks();
        return end() ? unclosed(start) : value("a field");
    }

    private boolean string() {
        int start = at++;
        while (!end() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                return fail(start, "a string is opened here and not closed on its line", "Close it with [\"].");
            }
            if (c < ' ') {
                return fail(
                        at, "a string holds a control character (code %d)".formatted((int) c), "Write \\t for a tab.");
            }
            int next = c == '\\' ? JsonWords.escape(text, at) : at + 1;
            if (next < 0) {
                return fail(at, "a backslash is not followed by a JSON escape", "Write [\\\\] for one backslash.");
            }
            at = next;
        }
        if (end()) {
            return fail(start, "a string is opened here and never closed", "Close it with [\"].");
        }
        at++;
        return true;
    }

    private boolean unclosed(int start) {
        String name = text.charAt(start) == '{' ? "brace [{]" : "bracket [[]";
        String advice = text.charAt(start) == '{' ? "Close it with [}]." : "Close it with []].";
        return fail(at, "the text ends, but the %s of %s is not closed".formatted(name, place(start)), advice);
    }

    private String place(int offset) {
        return new JsonFault(offset, "", "").place(text);
    }

    private boolean leave() {
        at++;
        depth--;
        return true;
    }

    private void skipBlanks() {
        while (!end() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean end() {
        return at >= text.length();
    }

    private boolean fail(int offset, JsonWords.Saying saying) {
        return fail(offset, saying.what(), saying.advice());
    }

    private boolean fail(int offset, String what, String advice) {
        fault = Optional.of(new JsonFault(offset, what, advice));
        return false;
    }
}
