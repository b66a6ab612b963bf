package dev.nodestart.emulator.launch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
    private static final Pattern TOLD_TO_BE_SILENT = Pattern.compile(
            "\\bcurl\\b.*\\s(?:-[a-zA-Z]*s|--silent)" + "|\\bwget\\b.*\\s(?:-[a-zA-Z]*q|--quiet|-nv)|>\\s*/dev/null");
    private static final Pattern GUARDED =
            Pattern.compile("^\\s*(?:if|elif|while|until|!|set)\\b.*|^\\s*!.*|.*(?:\\|\\||&&).*");

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** A dash where an option begins, quotation marks, and spaces that do not part words. */
    private static final Pattern TYPOGRAPHIC = Pattern.compile(
            "(?<=\\s)[\u2013\u2014\u2212](?=\\w)|[\u201c\u201d\u201e\u2018\u2019]|[\u00a0\u202f\u2007]");

    /** What stands in plain quotes is text. */
    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"|'[^']*'|(?<=\\s)#.*");

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
     * The commands that may have given a status without a word, as a {@code grep} that finds nothing gives 1, and a
     * {@code curl} that was told to be silent another; in words such as {@code line 3 [grep -q proxy /etc/hosts]}, empty
     * where the text shows none.
     */
    static Optional<String> suspects(byte[] script, int status) {
        Pattern silent = status == 1 ? SILENT : TOLD_TO_BE_SILENT;
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
            if (strict && silent.matcher(line).find() && !GUARDED.matcher(line).matches()) {
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

    /**
     * The first place with a character that a word processor or a web page put in the place of a plain one, where a shell
     * reads it as part of a word: in words such as {@code an en dash in line 3 [mkdir –p /opt/a]}.
     */
    static Optional<String> typographic(byte[] script) {
        List<String> lines = new String(script, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher odd = TYPOGRAPHIC.matcher(IN_QUOTES.matcher(line).replaceAll("''"));
            if ((i == 0 || !line.strip().startsWith("#")) && odd.find()) {
                return Optional.of(
                        nameOf(odd.group().strip()) + " in line " + (i + 1) + " [" + clipped(line.strip()) + "]");
            }
        }
        return Optional.empty();
    }

    private static String nameOf(String odd) {
        return switch (odd.isEmpty() ? NO_BREAK_SPACE : odd.charAt(0)) {
            case '\u2013' -> "an en dash";
            case '\u2014' -> "an em dash";
            case '\u2212' -> "a minus sign of mathematics";
            case '\u2018', '\u2019' -> "a typographic apostrophe";
            case '\u201c', '\u201d', '\u201e' -> "a typographic quotation mark";
            default -> "a no-break space";
        };
    }

    private static String clipped(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
