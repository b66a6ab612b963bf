package dev.nodestart.emulator.explain;

import dev.nodestart.emulator.diagnosis.Cause;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.diagnosis.Placeholders;
import dev.nodestart.emulator.diagnosis.Sign;
import dev.nodestart.emulator.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From what a scan saw to causes. Pure. */
final class Conclusion {
    /** Lines of one failure stand together; the same words far apart say nothing. */
    private static final long NEAR = 400;

    /** What a driver log can show: scripts and pulls are over by then. */
    private static final Set<Stage> OF_DRIVER = Set.of(Stage.START_SPARK, Stage.RUNNING);

    private static final Pattern OF_PULL = Pattern.compile("(?i)pull|registr|manifest|docker|image|layer|blob");
    private static final int EVIDENCE = 6;

    private final Knowledge knowledge;
    private final Scan scan;
    private final Form form;
    private final Optional<String> code;
    private final String line;

    Conclusion(Knowledge knowledge, Scan scan, Form form, Optional<String> line) {
        this.knowledge = knowledge;
        this.scan = scan;
        this.form = form;
        this.code = scan.codes().keySet().stream().findFirst();
        this.line = line.orElse("");
    }

    Optional<String> code() {
        return code;
    }

    /** The causes, the surest first. */
    List<Finding> findings() {
        List<Match> matches = new ArrayList<>();
        code.flatMap(this::ofCode).ifPresent(matches::add);
        boolean notTheImage = matches.stream().anyMatch(match -> match.finding.blame() != Blame.IMAGE);
        if (!notTheImage) {
            knowledge.causes().forEach(cause -> ofCause(cause).ifPresent(matches::add));
        }
        Optional<PlatformCause> ofCode = code.flatMap(knowledge::ofCode);
        knowledge.platform().stream()
                .filter(cause -> ofCode.isEmpty() || !cause.equals(ofCode.get()))
                .forEach(cause -> ofText(cause).ifPresent(matches::add));
        if (matches.isEmpty()) {
            scan.events()
                    .forEach((type, seen) -> knowledge
                            .ofEvent(type)
                            .ifPresent(cause ->
                                    matches.add(match(cause, type, Diagnosis.Confidence.LIKELY, List.of(seen)))));
        }
        List<Match> wide = matches.stream()
                .filter(match -> matches.stream().anyMatch(match::isWiderThan))
                .toList();
        matches.removeAll(wide);
        Set<String> explained =
                matches.stream().flatMap(match -> match.insteadOf.stream()).collect(Collectors.toSet());
        matches.removeIf(match -> explained.contains(match.finding.id()));
        boolean special = matches.stream().anyMatch(match -> !match.general);
        boolean certain = matches.stream()
                .anyMatch(match -> !match.general && match.finding.confidence() == Diagnosis.Confidence.CERTAIN);
        Set<String> ids = new LinkedHashSet<>();
        return matches.stream()
                .filter(match -> !match.general || !special)
                .filter(match -> match.finding.confidence() != Diagnosis.Confidence.POSSIBLE || !certain)
                .sorted(Comparator.comparing((Match match) -> match.finding.confidence()))
                .map(match -> match.finding)
                .filter(finding -> ids.add(finding.id()))
                .toList();
    }

    private Optional<Match> ofCode(String name) {
        return knowledge
                .ofCode(name)
                .filter(cause -> !cause.open())
                .map(cause -> match(cause, name, Diagnosis.Confidence.CERTAIN, codeLines(name)));
    }

    /** What names the code, and what the reason says beside it. */
    private List<SeenLine> codeLines(String name) {
        List<SeenLine> lines = new ArrayList<>();
        Optional.ofNullable(scan.codes().get(name)).ifPresent(lines::add);
        scan.trouble().stream().limit(3).filter(seen -> !lines.contains(seen)).forEach(lines::add);
        return lines;
    }

    private Optional<Match> ofText(PlatformCause cause) {
        List<SeenLine> lines = cause.texts().stream()
                .flatMap(text -> scan.hits(text).stream())
                .map(Hit::line)
                .distinct()
                .limit(EVIDENCE)
                .toList();
        String word = cause.codes().isEmpty() ? "TEXT" : cause.codes().get(0);
        return lines.isEmpty() ? Optional.empty() : Optional.of(match(cause, word, Diagnosis.Confidence.LIKELY, lines));
    }

    private static Match match(
            PlatformCause cause, String word, Diagnosis.Confidence confidence, List<SeenLine> lines) {
        return new Match(
                new Finding(
                        cause.idFor(word),
                        cause.cause(),
                        cause.fix(),
                        List.copyOf(lines),
                        cause.provenance().source(),
                        confidence,
                        cause.blame()),
                false,
                false,
                Set.of());
    }

    private Optional<Match> ofCause(Cause cause) {
        if (!cause.lines().contains(line) || !codeFits(cause) || !stageFits(cause)) {
            return Optional.empty();
        }
        for (int i = 0; i < cause.signs().size(); i++) {
            Sign sign = cause.signs().get(i);
            if (sign.code().isPresent() && !sign.code().equals(code)) {
                continue;
            }
            Optional<List<Hit>> hits = together(sign.patterns());
            if (hits.isPresent() && (!ofPullOnly(cause) || code.isPresent() || saysPull(hits.get()))) {
                return Optional.of(
                        new Match(finding(cause, sign, hits.get()), cause.general(), i > 0, cause.insteadOf()));
            }
        }
        return Optional.empty();
    }

    private boolean codeFits(Cause cause) {
        return code.isEmpty() || cause.code().isEmpty() || cause.code().equals(code) || isVague(code.get());
    }

    /** Codes under which anything is reported. */
    private static boolean isVague(String code) {
        return Set.of(
                        "SPARK_ERROR",
                        "SPARK_STARTUP_FAILURE",
                        "CONTAINER_LAUNCH_FAILURE",
                        "UNEXPECTED_LAUNCH_FAILURE",
                        "INTERNAL_ERROR",
                        "UNKNOWN",
                        "DRIVER_UNREACHABLE",
                        "DRIVER_UNRESPONSIVE",
                        "DRIVER_UNHEALTHY",
                        "GLOBAL_INIT_SCRIPT_FAILURE")
                .contains(code);
    }

    private boolean stageFits(Cause cause) {
        return form != Form.DRIVER_LOG
                || cause.stages().isEmpty()
                || cause.stages().stream().anyMatch(OF_DRIVER::contains);
    }

    private static boolean ofPullOnly(Cause cause) {
        return cause.stages().equals(Set.of(Stage.PULL_IMAGE));
    }

    private static boolean saysPull(List<Hit> hits) {
        return hits.stream().anyMatch(hit -> OF_PULL.matcher(hit.line().text()).find());
    }

    /** A line for each pattern, near each other. */
    private Optional<List<Hit>> together(List<Pattern> patterns) {
        if (patterns.isEmpty()) {
            return Optional.of(List.of());
        }
        for (Hit first : scan.hits(patterns.get(0))) {
            List<Hit> found = new ArrayList<>();
            for (Pattern pattern : patterns) {
                scan.hits(pattern).stream()
                        .filter(hit -> form.isJson()
                                || Math.abs(hit.line().number() - first.line().number()) <= NEAR)
                        .findFirst()
                        .ifPresent(found::add);
            }
            if (found.size() == patterns.size()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private Finding finding(Cause cause, Sign sign, List<Hit> hits) {
        Map<String, String> words = new LinkedHashMap<>();
        hits.forEach(hit -> words.putAll(hit.groups()));
        words.putAll(Placeholders.ofLine(line));
        Set<SeenLine> lines = new LinkedHashSet<>();
        sign.code().map(name -> scan.codes().get(name)).ifPresent(lines::add);
        hits.forEach(hit -> lines.add(hit.line()));
        // where the same is said again
        sign.patterns()
                .forEach(pattern -> scan.hits(pattern).forEach(hit -> {
                    if (lines.size() < EVIDENCE
                            && lines.stream()
                                    .noneMatch(seen ->
                                            seen.text().equals(hit.line().text()))) {
                        lines.add(hit.line());
                    }
                }));
        String paste = String.join("\n", cause.paste());
        return new Finding(
                cause.id(),
                Placeholders.fill(cause.cause(), words),
                Placeholders.fill(paste.isEmpty() ? cause.fix() : cause.fix() + "\n" + paste, words),
                List.copyOf(lines),
                cause.provenance().source(),
                sign.confidence(),
                knowledge.platform().stream()
                        .filter(row -> row.id().filter(cause.id()::equals).isPresent())
                        .map(PlatformCause::blame)
                        .findFirst()
                        .orElse(Blame.IMAGE));
    }

    /**
     * A cause that fits.
     *
     * @param general whether it only says what a special one says better
     * @param second whether not its first sign showed it, but a wider one
     * @param insteadOf causes that this one explains better where both fit
     */
    private record Match(Finding finding, boolean general, boolean second, Set<String> insteadOf) {
        /** Whether the other one reads the same lines more exactly. */
        boolean isWiderThan(Match other) {
            return second
                    && !other.second
                    && (general || !other.general)
                    && !finding.evidence().isEmpty()
                    && other.finding.evidence().containsAll(finding.evidence());
        }
    }
}
