package dev.nodestart.emulator.explain;

import dev.nodestart.emulator.secret.SecretShapes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines of a text show, in memory that does not grow with the text. */
final class Scan {
    private static final int HITS_EACH = 8;
    private static final int SEEN_EACH = 5;
    private static final int LONGEST_SHOWN = 500;
    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");
    private static final Pattern SAID = Pattern.compile(
            "(?i)\\b(?:termination[_ ](?:reason|code)|reason|code)[\"']?\\s*[:=]\\s*[\"']?([A-Za-z][A-Za-z_ ]{3,60})");
    private static final Pattern RUNTIME = Pattern.compile("\\b(\\d{1,2}\\.\\d{1,2})\\.x-[\\w-]*scala2");
    private static final Pattern RUNTIME_VARIABLE =
            Pattern.compile("DATABRICKS_RUNTIME_VERSION\\W{1,4}(\\d{1,2}\\.\\d{1,2})\\b");

    private final Knowledge knowledge;
    private final SecretShapes shapes = new SecretShapes();
    private final Map<Integer, List<Hit>> hits = new LinkedHashMap<>();
    private final Map<String, SeenLine> codes = new LinkedHashMap<>();
    private final Map<String, SeenLine> events = new LinkedHashMap<>();
    private final List<SeenLine> firstTrouble = new ArrayList<>();
    private final List<SeenLine> lastTrouble = new ArrayList<>();
    private Optional<String> runtime = Optional.empty();

    Scan(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Takes a line of the text. */
    void line(long number, String where, CharSequence raw) {
        BitSet candidates = knowledge.candidates(raw);
        if (!shapes.isInKey() && knowledge.foundNothing(candidates) && !matchesAny(candidates, raw)) {
            return;
        }
        String masked = shapes.mask(raw.toString());
        if (runtime.isEmpty()) {
            runtime = runtime(masked);
        }
        String text = visible(masked);
        SeenLine seen = new SeenLine(number, where, shortened(text));
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if (i == knowledge.trouble()) {
                trouble(seen);
            } else if (i == knowledge.code()) {
                code(text).ifPresent(code -> codes.putIfAbsent(code, seen));
            } else {
                match(i, text, seen);
            }
        }
    }

    /** Nearly all lines of a long log end here: masking them would take most of the time. */
    private boolean matchesAny(BitSet candidates, CharSequence raw) {
        return candidates.stream()
                .anyMatch(number -> knowledge.pattern(number).matcher(raw).find());
    }

    /** Takes a termination code that stands where codes stand. */
    void code(String code, SeenLine line) {
        codes.putIfAbsent(code, line);
    }

    /** Takes the type of a cluster event. */
    void event(String type, SeenLine line) {
        events.putIfAbsent(type, line);
    }

    /** Takes a runtime line. */
    void runtime(Optional<String> line) {
        runtime = runtime.or(() -> line);
    }

    List<Hit> hits(Pattern pattern) {
        return hits.getOrDefault(knowledge.numberOf(pattern), List.of());
    }

    /** The termination codes that are named, with the lines that name them. */
    Map<String, SeenLine> codes() {
        return codes;
    }

    /** The types of cluster events. */
    Map<String, SeenLine> events() {
        return events;
    }

    Optional<String> runtime() {
        return runtime;
    }

    /** Lines that look like trouble, the first and the last ones. */
    List<SeenLine> trouble() {
        List<SeenLine> all = new ArrayList<>(firstTrouble);
        all.addAll(lastTrouble);
        return List.copyOf(all);
    }

    /** The DBR line that a text names, such as {@code 15.4}. */
    static Optional<String> runtime(String text) {
        if (text.contains("scala2")) {
            Matcher key = RUNTIME.matcher(text);
            if (key.find()) {
                return Optional.of(key.group(1));
            }
        }
        if (text.contains("DATABRICKS_RUNTIME_VERSION")) {
            Matcher variable = RUNTIME_VARIABLE.matcher(text);
            if (variable.find()) {
                return Optional.of(variable.group(1));
            }
        }
        return Optional.empty();
    }

    private void match(int number, String text, SeenLine seen) {
        Matcher matcher = knowledge.pattern(number).matcher(text);
        if (!matcher.find()) {
            return;
        }
        List<Hit> found = hits.computeIfAbsent(number, any -> new ArrayList<>());
        Hit hit = Hit.of(seen, knowledge.pattern(number), matcher);
        if (found.size() < HITS_EACH) {
            found.add(hit);
        } else {
            // the first ones and the newest one
            found.set(HITS_EACH - 1, hit);
        }
    }

    private void trouble(SeenLine seen) {
        if (firstTrouble.size() < SEEN_EACH) {
            firstTrouble.add(seen);
            return;
        }
        lastTrouble.add(seen);
        if (lastTrouble.size() > SEEN_EACH) {
            lastTrouble.remove(0);
        }
    }

    /** A code that a line gives as a reason; a log may say such words for other ends. */
    private Optional<String> code(String text) {
        Matcher said = SAID.matcher(text);
        while (said.find()) {
            String name = said.group(1).strip().toUpperCase(Locale.ROOT).replace(' ', '_');
            if (knowledge.ofCode(name).isPresent()) {
                return Optional.of(name);
            }
        }
        boolean says = text.matches("(?is).*\\b(?:terminat|reason|state_message|databricks_error_message).*");
        return CODE.matcher(text)
                .results()
                .map(result -> result.group())
                .filter(name -> knowledge.ofCode(name).isPresent())
                .filter(name -> says || text.strip().equals(name))
                .findFirst();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** Without what a terminal would take for orders. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u001b' && i + 1 < text.length() && text.charAt(i + 1) == '[') {
                int end = i + 2;
                while (end < text.length() && (text.charAt(end) < '@' || text.charAt(end) > '~')) {
                    end++;
                }
                i = end;
            } else if (c == '\t') {
                visible.append(' ');
            } else if (c >= ' ' && (c < '\u007f' || c > '\u009f')) {
                visible.append(c);
            }
        }
        return visible.toString().strip();
    }
}
