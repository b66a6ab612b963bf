package dev.nodestart.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A simple command of a shell script, without its assignments and redirections.
 *
 * @param words the command and its arguments; a part that only the running shell knows is a {@code $}
 * @param tolerated whether the script goes on as it means to where the command fails: in a condition, or before {@code ||}
 */
record ShellCommand(List<String> words, boolean tolerated) {

    private static final Set<String> RUNNERS =
            Set.of("sudo", "env", "exec", "nohup", "setsid", "nice", "ionice", "time", "timeout", "command", "builtin");
    private static final Set<String> OPTIONS_WITH_VALUE = Set.of(
            "sudo -u",
            "sudo -g",
            "sudo -h",
            "sudo -p",
            "sudo -C",
            "nice -n",
            "ionice -c",
            "ionice -n",
            "timeout -s",
            "timeout -k",
            "exec -a",
            "env -u");

    String name() {
        return words.get(0);
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }

    /** Whether the shell alone knows which program it is. */
    boolean isUnknown() {
        return name().contains("$");
    }

    /** The command itself, and what it runs where it is one such as {@code sudo} or {@code env}. */
    List<ShellCommand> unwrapped() {
        List<ShellCommand> all = new ArrayList<>();
        all.add(this);
        if (RUNNERS.contains(name()) && !isQuestion()) {
            List<String> rest = inner();
            if (!rest.isEmpty()) {
                all.addAll(new ShellCommand(rest, tolerated).unwrapped());
            }
        }
        return all;
    }

    /** Whether it only asks whether commands are there: {@code command -v x}, {@code which x}. */
    boolean isQuestion() {
        return Set.of("which", "type", "hash").contains(name())
                || (name().equals("command") && arguments().stream().anyMatch(word -> word.matches("-[vV]")));
    }

    private List<String> inner() {
        int at = 1;
        while (at < words.size()
                && (words.get(at).startsWith("-") || words.get(at).matches("[A-Za-z_]\\w*=.*"))) {
            at += OPTIONS_WITH_VALUE.contains(name() + " " + words.get(at)) ? 2 : 1;
        }
        if (name().equals("timeout")) {
            at++;
        }
        return at < words.size() ? words.subList(at, words.size()) : List.of();
    }

    /** The command as one short line. */
    String shown() {
        String line = String.join(" ", words).replaceAll("\\s+", " ");
        return line.length() > 100 ? line.substring(0, 99) + "…" : line;
    }
}
