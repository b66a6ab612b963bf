package dev.nodestart.conformance.facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The script of a {@link Probe}. It needs nothing but a POSIX shell: slow questions are started first and write to files,
 * the others are asked meanwhile. An answer is framed on both streams, {@code @nonce name} before it and {@code @nonce
 * name status} after it.
 */
final class ProbeScript {
    private static final String FOLDER = "/databricks/.nodestart/probe";

    private ProbeScript() {}

    static String of(String nonce, Map<String, String> variables, List<Question> questions) {
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
                """.replace("%NONCE%", nonce));
        boolean slow = questions.stream().anyMatch(Question::slow);
        if (slow) {
            slowHead(script);
            questions.stream().filter(Question::slow).forEach(question -> start(script, question));
        }
        questions.stream().filter(question -> !question.slow()).forEach(question -> ask(script, question));
        if (slow) {
            script.append("wait\n");
            questions.stream().filter(Question::slow).forEach(question -> collect(script, question));
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

    private static void ask(StringBuilder script, Question question) {
        script.append("ns_begin ")
                .append(question.name())
                .append("\n(\n")
                .append(question.command())
                .append("\n) </dev/null\nns_end ")
                .append(question.name())
                .append(" $?\n");
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
