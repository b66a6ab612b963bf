package dev.nodestart.emulator.explain;

import dev.nodestart.emulator.diagnosis.Catalogue;
import dev.nodestart.emulator.diagnosis.Cause;
import dev.nodestart.emulator.diagnosis.RequiredLiterals;
import dev.nodestart.emulator.diagnosis.Sign;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The causes and their patterns, each pattern with a number, and the finder that says which to try on a line. */
final class Knowledge {
    private static final List<String> TROUBLE = List.of(
            "error",
            "exception",
            "fail",
            "fatal",
            "cannot",
            "could not",
            "unable",
            "denied",
            "refused",
            "not found",
            "no such",
            "killed",
            "timed out",
            "traceback");

    private final List<Cause> causes;
    private final List<PlatformCause> platform;
    private final Map<Pattern, Integer> numbers = new LinkedHashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final Map<String, PlatformCause> byCode = new LinkedHashMap<>();
    private final Map<String, PlatformCause> byEvent = new LinkedHashMap<>();
    private final LiteralFinder finder = new LiteralFinder();
    private final int trouble;
    private final int code;

    private Knowledge(List<Cause> causes, List<PlatformCause> platform) {
        this.causes = causes;
        this.platform = platform;
        for (Cause cause : causes) {
            cause.signs().stream().map(Sign::patterns).flatMap(List::stream).forEach(this::number);
        }
        for (PlatformCause cause : platform) {
            cause.texts().forEach(this::number);
            cause.codes().forEach(name -> byCode.put(name, cause));
            cause.events().forEach(name -> byEvent.put(name, cause));
        }
        trouble = patterns.size();
        code = trouble + 1;
        TROUBLE.forEach(word -> finder.add(word, trouble));
        byCode.keySet().stream()
                .filter(name -> name.indexOf('_') > 0)
                .forEach(name -> finder.add(name.toLowerCase(Locale.ROOT), code));
        // the scan looks for codes, runtime lines and keys only where one of these is
        List.of("reason", "code:", "scala2", "databricks_runtime_version", "-----begin ")
                .forEach(text -> finder.add(text, code));
    }

    static Knowledge builtIn() {
        return new Knowledge(Catalogue.builtIn().causes(), PlatformCause.builtIn());
    }

    List<Cause> causes() {
        return causes;
    }

    List<PlatformCause> platform() {
        return platform;
    }

    Optional<PlatformCause> ofCode(String name) {
        return Optional.ofNullable(byCode.get(name));
    }

    Optional<PlatformCause> ofEvent(String type) {
        return Optional.ofNullable(byEvent.get(type));
    }

    Pattern pattern(int number) {
        return patterns.get(number);
    }

    int patterns() {
        return patterns.size();
    }

    /** The number of a pattern of these causes. */
    int numberOf(Pattern pattern) {
        return numbers.getOrDefault(pattern, -1);
    }

    /** What to try on a line: numbers of patterns, {@link #trouble()} and {@link #code()}. */
    BitSet candidates(CharSequence line) {
        return finder.in(line);
    }

    /** Whether a line of these candidates has none of the known texts, so that only patterns without one are left. */
    boolean foundNothing(BitSet candidates) {
        return finder.foundNothing(candidates);
    }

    /** Stands for a line that looks like trouble. */
    int trouble() {
        return trouble;
    }

    /** Stands for a line that may name a termination code. */
    int code() {
        return code;
    }

    private void number(Pattern pattern) {
        int number = patterns.size();
        patterns.add(pattern);
        numbers.put(pattern, number);
        RequiredLiterals.of(pattern.pattern())
                .ifPresentOrElse(
                        texts -> texts.forEach(text -> finder.add(text, number)), () -> finder.addAlways(number));
    }
}
