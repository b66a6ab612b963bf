package dev.nodestart.conformance.facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The script of a {@link Probe}. It needs nothing but a POSIX shell: slow questions are started first and write to files,
 * the others are asked meanwhile. An answer is framed on both streams, {@code @nonce name} before it and {@code @nonce
 * name status} after it; one write ends an answer and begins the next.
 */
final class ProbeScript {
    private static final String FOLDER = "/databricks/.nodestart/probe";

    private ProbeScript() {}

    /**
     * The script.
     *
     * @param quick what is asked at once
     * @param slow questions that are started first
     */
    static String of(String nonce, Map<String, String> variables, List<Asked> quick, List<Question> slow) {
        StringBuilder script = new StringBuilder(16 * 1024);
        new TreeMap<>(variables)
                .forEach((name, value) -> script.append(name)
                        .append('=')
                        .append(quoted(value))
                        .append("; export ")
                        .append(name)
                        .append('\n'));
        script.append("""
                ns_begin() { printf '@%NONCE% %s\\n' "$1"; printf '@%NONCE% %s\\n' "$1" >&2; }
                ns_end() { printf '\\n@%NONCE% %s %s\\n' "$1" "$2"; printf '\\n@%NONCE% %s %s\\n' "$1" "$2" >&2; }
                ns_next() {
                    printf '\\n@%NONCE% %s %s\\n@%NONCE% %s\\n' "$1" "$2" "$3"
                    printf '\\n@%NONCE% %s %s\\n@%NONCE% %s\\n' "$1" "$2" "$3" >&2
                }
                """.replace("%NONCE%", nonce));
        if (!slow.isEmpty()) {
            slowHead(script);
            slow.forEach(question -> start(script, question));
        }
        askAll(script, quick);
        if (!slow.isEmpty()) {
            script.append("wait\n");
            slow.forEach(question -> collect(script, question));
            script.append("rm -rf \"$ns_dir\"\n");
        }
        return script.toString();
    }

    private static void slowHead(StringBuilder script) {
        script.append("ns_dir=" + FOLDER + ".$$; mkdir -p \"$ns_dir\"\n")
                // without timeout (coreutils) a slow question has no limit of its own, only the whole trip's
                .append("ns_limit() { shift; \"$@\"; }\n")
                .append("timeout -k 1 5 true 2>/dev/null && ns_limit() { timeout -k 1 \"$@\"; }\n")
                .append("ns_read() { [ -r \"$1\" ] || return 0; while IFS= read -r ns_line || [ -n \"$ns_line\" ];")
                .append(" do printf '%s\\n' \"$ns_line\"; done <\"$1\"; }\n");
    }

    private static void start(StringBuilder script, Question question) {
        String file = "\"$ns_dir\"/" + question.name();
        script.append("( ns_limit ")
                .append(question.limitSeconds())
                .append(" /bin/sh -c ")
                .append(quoted(question.command()))
                .append(" </dev/null >")
                .append(file)
                .append(".out 2>")
                .append(file)
                .append(".err; echo $? >")
                .append(file)
                .append(".rc ) &\n");
    }

    private static void askAll(StringBuilder script, List<Asked> quick) {
        String before = "";
        for (Asked asked : quick) {
            script.append(before.isEmpty() ? "ns_begin " : "ns_next " + before + " $? ")
                    .append(asked.name())
                    .append('\n');
            if (asked.isMany()) {
                askMany(script, asked.questions());
            } else {
                ask(script, asked.questions().get(0).command());
            }
            before = asked.name();
        }
        if (!before.isEmpty()) {
            script.append("ns_end ").append(before).append(" $?\n");
        }
    }

    private static void ask(StringBuilder script, String command) {
        if (BuiltinCommand.is(command)) {
            script.append(command).append('\n');
        } else {
            script.append("(\n").append(command).append("\n) </dev/null\n");
        }
    }

    /** The shell keeps the statuses and tells them all at once, a line each. */
    private static void askMany(StringBuilder script, List<Question> questions) {
        script.append("ns_told=\n");
        questions.forEach(question -> script.append(question.command()).append("; ns_told=\"$ns_told $?\"\n"));
        script.append("printf '%s\\n' $ns_told\n");
    }

    private static void collect(StringBuilder script, Question question) {
        String file = "\"$ns_dir\"/" + question.name();
        script.append("ns_begin ")
                .append(question.name())
                .append("; ns_read ")
                .append(file)
                .append(".out; ns_read ")
                .append(file)
                .append(".err >&2; ns_end ")
                .append(question.name())
                .append(" \"$(ns_read ")
                .append(file)
                .append(".rc)\"\n");
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
