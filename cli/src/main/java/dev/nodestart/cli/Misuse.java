package dev.nodestart.cli;

import dev.nodestart.conformance.UnknownNameException;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person is told who wrote a command line that cannot be read. */
final class Misuse {
    private Misuse() {}

    /** For a word that is no command. */
    static String ofCommand(String word, List<String> commands) {
        return "There is no command [" + word + "]"
                + UnknownNameException.nearest(word, commands)
                        .map(name -> "; did you mean [" + name + "]?")
                        .orElse(".")
                + " Commands: " + String.join(", ", commands) + ".";
    }

    /** For flags and arguments; the parser counts arguments from 0 and says "Error" first. */
    static String sentence(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
        }
        String first = unmatched.getUnmatched().get(0);
        String command = failure.getCommandLine().getCommandName();
        if (first.equals("--json") && List.of("verify", "report").contains(command)) {
            return "[" + command + "] has no [--json]; write [--report json=FILE].";
        }
        return first.startsWith("-")
                ? "There is no flag [" + first + "]."
                : "There is one argument too many: [" + first + "].";
    }
}
