package dev.nodestart.conformance.suite;

import java.util.ArrayList;
import java.util.List;

/** Words, operators and here-documents of a shell script. What a word takes from the running shell becomes a {@code $}. */
final class ShellWords {

    /** Reads commands up to a closing character. */
    interface Commands {
        void until(char closing);
    }

    private record HereDocument(String end, boolean stripTabs) {}

    private final String text;
    private final Commands commands;
    private final List<HereDocument> pending = new ArrayList<>();
    private int at;
    private boolean inBackquotes;

    ShellWords(String text, Commands commands) {
        this.text = text;
        this.commands = commands;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character; NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    boolean startsWith(String start) {
        return text.startsWith(start, at);
    }

    void skip(int count) {
        at = Math.min(text.length(), at + count);
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t' || startsWith("\\\n")) {
            skip(peek() == '\\' ? 2 : 1);
        }
    }

    void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /** What ends a command: semicolons, or a line feed with the here-documents that begin after it. */
    String separator() {
        int start = at;
        if (peek() == '\n') {
            skip(1);
            pending.forEach(this::skipHereDocument);
            pending.clear();
            return "\n";
        }
        while (peek() == ';' || (at > start && peek() == '&')) {
            skip(1);
        }
        return text.substring(start, at);
    }

    private void skipHereDocument(HereDocument document) {
        while (!atEnd()) {
            int start = at;
            skipLine();
            String line = text.substring(start, at);
            skip(1);
            if ((document.stripTabs() ? line.replaceFirst("^\t+", "") : line).equals(document.end())) {
                return;
            }
        }
    }

    /** {@code && || | |& &}, or the redirection of both streams, {@code &>}. */
    String operator() {
        if (startsWith("&>")) {
            skip(1);
            redirection();
            return "";
        }
        for (String operator : List.of("&&", "||", "|&")) {
            if (startsWith(operator)) {
                skip(2);
                return operator;
            }
        }
        skip(1);
        return text.substring(at - 1, at);
    }

    /** A redirection with its target. */
    void redirection() {
        if (startsWith("<(") || startsWith(">(")) {
            skip(2);
            commands.until(')');
            return;
        }
        boolean here = startsWith("<<") && !startsWith("<<<");
        boolean stripTabs = startsWith("<<-");
        while (peek() == '<' || peek() == '>' || peek() == '&' || peek() == '|' || (stripTabs && peek() == '-')) {
            skip(1);
        }
        skipBlanks();
        if (startsWith("<(")) {
            redirection();
            return;
        }
        String target = word();
        if (here) {
            pending.add(new HereDocument(target, stripTabs));
        }
    }

    /** Whether a number and a redirection follow, such as {@code 2>}; the number is consumed then. */
    boolean isNumberedRedirection() {
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean redirects = end > at && end < text.length() && "<>".indexOf(text.charAt(end)) >= 0;
        if (redirects) {
            at = end;
        }
        return redirects;
    }

    /** A word without its quotes. */
    String word() {
        StringBuilder word = new StringBuilder();
        int start = at;
        while (!atEnd() && " \t\n;&|<>()".indexOf(peek()) < 0 && !(inBackquotes && peek() == '`')) {
            part(word);
            if (peek() == '(' && at > start && text.charAt(at - 1) == '=') {
                skipBalanced();
            }
        }
        if (at == start) {
            skip(1);
        }
        return word.toString();
    }

    private void part(StringBuilder word) {
        char next = peek();
        switch (next) {
            case '\\' -> {
                skip(1);
                literal(word);
            }
            case '\'' -> {
                int end = text.indexOf('\'', at + 1);
                word.append(text, at + 1, end < 0 ? text.length() : end);
                at = end < 0 ? text.length() : end + 1;
            }
            case '"' -> doubleQuoted(word);
            case '$' -> {
                word.append('$');
                skip(1);
                expansion();
            }
            case '`' -> {
                word.append('$');
                skip(1);
                inBackquotes = true;
                commands.until('`');
                inBackquotes = false;
            }
            default -> literal(word);
        }
    }

    private void literal(StringBuilder word) {
        if (!atEnd()) {
            word.append(peek());
            skip(1);
        }
    }

    private void doubleQuoted(StringBuilder word) {
        skip(1);
        while (!atEnd() && peek() != '"') {
            if (peek() == '\'') {
                literal(word);
            } else {
                part(word);
            }
        }
        skip(1);
    }

    private void expansion() {
        if (startsWith("((") || peek() == '{') {
            skipBalanced();
        } else if (peek() == '(') {
            skip(1);
            commands.until(')');
        } else if (peek() == '\'') {
            do {
                skip(peek() == '\\' ? 2 : 1);
            } while (!atEnd() && peek() != '\'');
            skip(1);
        } else {
            while (Character.isLetterOrDigit(peek()) || peek() == '_') {
                skip(1);
            }
        }
    }

    /** From an opening parenthesis or brace to the one that closes it. */
    void skipBalanced() {
        char open = peek();
        char close = open == '(' ? ')' : '}';
        int depth = 0;
        StringBuilder ignored = new StringBuilder();
        do {
            char next = peek();
            if (next == open) {
                depth++;
                skip(1);
            } else if (next == close) {
                depth--;
                skip(1);
            } else {
                part(ignored);
            }
        } while (depth > 0 && !atEnd());
    }

    /** From {@code [[} to its end. */
    void skipTest() {
        while (!atEnd()) {
            skipBlanks();
            if (startsWith("]]")) {
                skip(2);
                return;
            }
            if ("\n;&|<>()".indexOf(peek()) >= 0) {
                skip(1);
            } else {
                word();
            }
        }
    }

    /** A pattern of {@code case} to its parenthesis; stays before {@code esac}. */
    void skipPattern() {
        while (!atEnd() && (Character.isWhitespace(peek()) || peek() == '(')) {
            skip(1);
        }
        if (startsWith("esac")) {
            return;
        }
        StringBuilder ignored = new StringBuilder();
        while (!atEnd() && peek() != ')') {
            part(ignored);
        }
        skip(1);
    }
}
