package dev.nodestart.conformance.suite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the commands out of a script that bash has parsed and printed again ({@code declare -f}): no aliases, one form of
 * everything, here-documents kept. It runs nothing and does not fail: what it cannot make out is left out.
 */
final class ShellText {
    private static final Set<String> CONDITIONS = Set.of("if", "elif", "while", "until");
    private static final Set<String> STRUCTURE =
            Set.of("then", "do", "else", "fi", "done", "esac", "{", "}", "!", "time", "coproc");

    private final ShellWords words;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final Set<String> functions = new LinkedHashSet<>();

    private ShellText(String text) {
        words = new ShellWords(text, this::list);
    }

    /** The commands of a script, and the functions that it defines. */
    static Result read(String text) {
        ShellText reader = new ShellText(text);
        while (!reader.words.atEnd()) {
            reader.list('\0');
        }
        return new Result(List.copyOf(reader.commands), Set.copyOf(reader.functions));
    }

    record Result(List<ShellCommand> commands, Set<String> functions) {}

    /** Commands up to a closing character, which is consumed, or to the end. */
    private void list(char closing) {
        Line line = new Line();
        while (!words.atEnd()) {
            words.skipBlanks();
            char next = words.peek();
            if (next == closing) {
                break;
            }
            if (next == '\n' || next == ';') {
                line.end(false);
                line.newCommand(words.separator());
            } else if (next == '&' || next == '|') {
                String operator = words.operator();
                line.end(operator.equals("||"));
            } else if (next == '<' || next == '>') {
                words.redirection();
            } else if (words.isNumberedRedirection()) {
                words.redirection();
            } else if (next == '(') {
                parenthesis(line);
            } else if (next == ')') {
                words.skip(1);
                line.end(false);
            } else if (next == '#') {
                words.skipLine();
            } else if (!words.atEnd()) {
                line.add(words.word());
            }
        }
        line.end(false);
        words.skip(1);
    }

    private void parenthesis(Line line) {
        if (words.startsWith("((")) {
            words.skipBalanced();
        } else if (line.isFunctionName()) {
            functions.add(line.takeName());
            words.skipBalanced();
        } else {
            words.skip(1);
            list(')');
        }
    }

    /** The simple command that is being read, and where in a compound one it stands. */
    private final class Line {
        private final List<String> current = new ArrayList<>();
        private boolean condition;
        private boolean negated;
        private int cases;

        void add(String word) {
            String first = current.isEmpty() ? "" : current.get(0);
            if (current.isEmpty() && CONDITIONS.contains(word)) {
                condition = true;
            } else if (current.isEmpty() && STRUCTURE.contains(word)) {
                structure(word);
            } else if (current.isEmpty() && word.equals("[[")) {
                words.skipTest();
            } else if (first.equals("case") && word.equals("in")) {
                current.clear();
                cases++;
                words.skipPattern();
            } else {
                current.add(word);
            }
            if (first.equals("function")) {
                functions.add(word);
                current.clear();
            }
        }

        private void structure(String word) {
            if (word.equals("then") || word.equals("do")) {
                condition = false;
            } else if (word.equals("!")) {
                negated = true;
            } else if (word.equals("esac")) {
                cases = Math.max(0, cases - 1);
            }
        }

        boolean isFunctionName() {
            return current.size() == 1;
        }

        String takeName() {
            return current.remove(0);
        }

        void newCommand(String separator) {
            if (separator.startsWith(";") && separator.length() > 1 && cases > 0) {
                words.skipPattern();
            }
        }

        void end(boolean or) {
            List<String> command = new ArrayList<>(current);
            current.clear();
            boolean isLoop =
                    !command.isEmpty() && Set.of("for", "select", "case").contains(command.get(0));
            while (!command.isEmpty() && command.get(0).matches("(?s)[A-Za-z_]\\w*(\\[[^]]*])?\\+?=.*")) {
                command.remove(0);
            }
            if (!command.isEmpty() && !isLoop) {
                commands.add(new ShellCommand(List.copyOf(command), or || condition || negated));
            }
            negated = false;
        }
    }
}
