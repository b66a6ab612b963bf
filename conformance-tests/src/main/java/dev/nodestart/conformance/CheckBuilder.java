package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.diagnosis.Placeholders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says what a check is, one part after the other, and ends with its judgement. Begun by {@link CheckRule}. */
public final class CheckBuilder {
    private final String id;
    private final String title;
    private final Severity severity;
    private Optional<Capability> capability;
    private String category;
    private boolean proof;
    private LineRange lines = LineRange.all();
    private List<String> tags = List.of();
    private Set<String> needs = Set.of();
    private String why = "";
    private String remedy = "";
    private String source = "";

    CheckBuilder(String id, String title, Severity severity, Optional<Capability> capability) {
        this.id = id;
        this.title = title;
        this.severity = severity;
        this.capability = capability;
        this.category = id.substring(0, Math.max(0, id.indexOf('-'))).toLowerCase(Locale.ROOT);
    }

    /** Another category than the id's first part. */
    public CheckBuilder category(String name) {
        category = name;
        return this;
    }

    /** The capability that does not work where this fails. */
    public CheckBuilder capability(Capability speaksFor) {
        capability = Optional.of(speaksFor);
        return this;
    }

    /** The capability that works where this passes, and does not where it fails. */
    public CheckBuilder proves(Capability speaksFor) {
        proof = true;
        return capability(speaksFor);
    }

    /** The lines that it applies to; all where this is not called. */
    public CheckBuilder lines(LineRange range) {
        lines = range;
        return this;
    }

    /** Further names by which it can be selected. */
    public CheckBuilder tags(String... names) {
        tags = List.of(names);
        return this;
    }

    /** The slow questions and the trials that it judges. */
    public CheckBuilder needs(String... names) {
        needs = Set.of(names);
        return this;
    }

    /** What goes wrong on the platform where it does not hold: one sentence or two. */
    public CheckBuilder why(String text) {
        why = text;
        return this;
    }

    /**
     * What to change, with lines that can be pasted. <code>{java|17}</code>, <code>{python|3.11}</code>,
     * <code>{ubuntu|22.04}</code> and <code>{line|LINE}</code> stand for what the line of a launch has; what follows the
     * bar stands there where no line is in question.
     */
    public CheckBuilder remedy(String text) {
        remedy = text;
        return this;
    }

    /** Where the requirement comes from. */
    public CheckBuilder source(String text) {
        source = text;
        return this;
    }

    /** The whole check. */
    public CheckRule judge(Function<Facts, Finding> judgement) {
        return new CheckRule(
                new Check(
                        id,
                        title,
                        category,
                        severity,
                        capability,
                        proof,
                        lines,
                        tags,
                        why,
                        Placeholders.fill(remedy, Map.of()),
                        source),
                needs,
                judgement,
                remedy);
    }
}
