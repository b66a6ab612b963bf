package dev.nodestart.emulator.launch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the text of an init script that failed tells of the reason. Pure. */
final class ScriptText {
    private static final int SHOWN = 3;
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_BEGIN = 60;
    private static final Pattern STRICT =
            Pattern.compile("#!.*\\s-\\w*e\\w*\\b.*|\\s*set\\s+(?:-\\w*e.*|.*-o\\s+errexit.*)");
    private static final Pattern SILENT = Pattern.compile("^\\s*(?:\\[\\[?\\s|test\\s|\\(\\(|let\\s|false\\b)"
            + "|\\b(?:e?grep|pgrep|pkill|diff|cmp|expr|getent|which|hash|read|command -v|systemctl is-\\w+)\\b");
    private static final Pattern GUARDED =
            Pattern.compile("^\\s*(?:if|elif|while|until|!|set)\\b.*|^\\s*!.*|.*(?:\\|\\||&&).*");

    /** A script that ends itself does so on purpose. */
    private static final Pattern EXIT = Pattern.compile("\\s*exit\\s+[1-9]\\d*\\s*(?:#.*)?");

    private ScriptText() {}

    /** How a script begins that names no interpreter; empty for one that does. */
    static Optional<String> begin(byte[] script) {
        if (script.length > 1 && (script[0] & 0xff) + (script[1] & 0xff) == 0x1fd) {
            return Optional.of("a byte order mark of UTF-16");
        }
        String text = new String(script, 0, Math.min(script.length, 1000), StandardCharsets.UTF_8);
        return text.startsWith("#!")
                ? Optional.empty()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_BEGIN)))
                        .map(line -> line.replaceAll("\\p{Cntrl}", "?"));
    }

    /**
     * The commands that may have given status 1 without a word, as a {@code grep} that finds nothing does; in words such
     * as {@code line 3 [grep -q proxy /etc/hosts]}, empty where the text shows none.
     */
    static Optional<String> suspects(byte[] script) {
        List<String> lines = new String(script, StandardCharsets.UTF_8).lines().toList();
        boolean strict = lines.stream().anyMatch(line -> STRICT.matcher(line).matches());
        List<Integer> found = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            last = i;
            if (strict && SILENT.matcher(line).find() && !GUARDED.matcher(line).matches()) {
                found.add(i);
            }
        }
        if (found.isEmpty() && last >= 0 && EXIT.matcher(lines.get(last)).matches()) {
            return Optional.empty();
        }
        // without set -e, and for a list that set -e lets pass, the last command's status is the script's
        if (last >= 0 && !found.contains(last) && (!strict || found.isEmpty())) {
            found.add(last);
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream()
                        .limit(SHOWN)
                        .map(index -> "line " + (index + 1) + " ["
                                + clipped(lines.get(index).strip()) + "]")
                        .collect(Collectors.joining(" or ")));
    }

    private static String clipped(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
