package dev.nodestart.emulator.diagnosis;

import dev.nodestart.emulator.model.Launch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the known causes behind a launch. Pure. */
public final class Diagnoser {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)>");

    private final Catalogue catalogue;

    /** Makes a diagnoser over a catalogue. */
    public Diagnoser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The causes, the surest first, and of the equally sure that one first whose evidence weighs most; empty where no
     * known one fits. A sure cause hides the merely possible ones, any special one hides the general ones, and one that
     * explains what others only show hides those.
     *
     * @param launch what happened
     * @param evidenceLines what was said meanwhile: logs of the scripts, of Spark and of cells, secrets masked
     */
    public List<Diagnosis> diagnose(Launch launch, List<String> evidenceLines) {
        Evidence evidence = Evidence.of(launch, evidenceLines);
        List<Match> matches = new ArrayList<>();
        for (Cause cause : catalogue.causes()) {
            match(cause, evidence).ifPresent(matches::add);
        }
        Set<String> explained = matches.stream()
                .flatMap(match -> match.cause.insteadOf().stream())
                .collect(Collectors.toSet());
        matches.removeIf(match -> explained.contains(match.cause.id()));
        boolean special = matches.stream().anyMatch(match -> !match.cause.general());
        boolean certain = matches.stream()
                .anyMatch(match -> match.confidence() == Diagnosis.Confidence.CERTAIN && !match.cause.general());
        return matches.stream()
                .filter(match -> !match.cause.general() || !special)
                .filter(match -> match.confidence() != Diagnosis.Confidence.POSSIBLE || !certain)
                .sorted(Comparator.comparing(Match::confidence).thenComparing(match -> match.rank(evidence)))
                .map(match -> ScriptNodes.name(
                        ScriptBlame.name(match.diagnosis(launch), launch), match.cause.stages(), launch))
                .toList();
    }

    /** What to say where no known cause fits a launch that did not work. */
    public static String noCause(Launch launch) {
        return "No known cause fits. Everything that was said is in [" + launch.recording() + "].";
    }

    private static Optional<Match> match(Cause cause, Evidence evidence) {
        if (!cause.lines().contains(evidence.line())) {
            return Optional.empty();
        }
        boolean here = cause.stages().isEmpty()
                || evidence.stages().isEmpty()
                || cause.stages().stream().anyMatch(evidence.stages()::contains);
        return cause.signs().stream()
                .filter(sign -> here || sign.anywhere())
                .map(sign -> match(cause, sign, evidence))
                .flatMap(Optional::stream)
                // of the equally sure ones the first
                .min(Comparator.comparing(Match::confidence));
    }

    private static Optional<Match> match(Cause cause, Sign sign, Evidence evidence) {
        if (sign.code().isPresent() && !sign.code().equals(evidence.code())) {
            return Optional.empty();
        }
        Match match = new Match(cause, sign.confidence(), new LinkedHashSet<>(), new LinkedHashMap<>());
        if (!sign.all().stream().allMatch(sought -> sought.mayBeIn(evidence.text()))) {
            return Optional.empty();
        }
        for (SignPattern sought : sign.all()) {
            Pattern pattern = sought.pattern();
            if (!evidence.lines().stream().anyMatch(line -> match.take(pattern, line))) {
                return Optional.empty();
            }
        }
        return Optional.of(match);
    }

    private record Match(
            Cause cause, Diagnosis.Confidence confidence, Set<String> lines, Map<String, String> placeholders) {

        boolean take(Pattern pattern, String line) {
            Matcher matcher = pattern.matcher(line);
            if (!matcher.find()) {
                return false;
            }
            lines.add(line);
            GROUP.matcher(pattern.pattern())
                    .results()
                    .map(group -> group.group(1))
                    .forEach(name -> {
                        String value = matcher.group(name);
                        if (value != null) {
                            placeholders.put(name, value);
                        }
                    });
            return true;
        }

        /** Where its first line stands; a cause that has none comes last. */
        int rank(Evidence evidence) {
            int place = 0;
            for (String line : evidence.lines()) {
                if (lines.contains(line)) {
                    return place;
                }
                place++;
            }
            return place;
        }

        Diagnosis diagnosis(Launch launch) {
            placeholders.putAll(Placeholders.ofLine(launch.line()));
            String paste = String.join("\n", cause.paste());
            String fix = paste.isEmpty() ? cause.fix() : cause.fix() + "\n" + paste;
            return new Diagnosis(
                    cause.id(),
                    Placeholders.fill(cause.cause(), placeholders),
                    Placeholders.fill(fix, placeholders),
                    List.copyOf(lines),
                    cause.provenance().source(),
                    confidence);
        }
    }
}
