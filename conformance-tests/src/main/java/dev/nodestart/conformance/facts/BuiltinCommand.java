package dev.nodestart.conformance.facts;

import java.util.regex.Pattern;

/**
 * Commands that a shell runs itself and that leave nothing behind in it. Such a question needs no subshell, which costs
 * forty times as much as the question. What is not surely one of them is none.
 */
final class BuiltinCommand {
    /** Plain words, quoted text, and variables in quotes; nothing that splits, matches files, assigns or runs something. */
    private static final String VARIABLE = "\\$(?:[A-Za-z_]\\w*|\\{[A-Za-z_]\\w*(?::?-[\\w./:]*)?\\})";

    private static final String WORD = "(?:[\\w@%+=:,./-]|'[^']*'|\"(?:[^\"$`\\\\]|" + VARIABLE + ")*\")+";
    private static final String UNARY = "-[bcdefghkLnprSsuwxz] " + WORD;
    private static final String BINARY = WORD + " (?:=|!=|-eq|-ne|-lt|-le|-gt|-ge) " + WORD;
    private static final String TEST = "(?:! )?(?:" + UNARY + "|" + BINARY + ")";
    private static final String BRACKETS = "(?:! )?(?:\\[ " + TEST + " \\]|test " + TEST + ")";
    private static final String SIMPLE = "(?:" + BRACKETS + "|(?:! )?(?:command -v " + WORD + "|echo(?: " + WORD
            + ")*|printf (?!-)" + WORD + "(?: " + WORD + ")*|true|false))" + "(?: ?2?>/dev/null)?(?: 2>&1)?";

    private static final Pattern COMMAND = joined(SIMPLE);
    private static final Pattern SILENT = joined(BRACKETS);

    private BuiltinCommand() {}

    static boolean is(String command) {
        return COMMAND.matcher(command).matches();
    }

    /** Whether it is one, and its status is all of its answer unless something is wrong with it. */
    static boolean isSilent(String command) {
        return SILENT.matcher(command).matches();
    }

    private static Pattern joined(String simple) {
        return Pattern.compile(simple + "(?: (?:&&|\\|\\|) " + simple + ")*");
    }
}
