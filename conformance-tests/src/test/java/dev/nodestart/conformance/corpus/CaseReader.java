package dev.nodestart.conformance.corpus;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import dev.nodestart.emulator.launch.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code case.json}. */
final class CaseReader {
    private CaseReader() {}

    static CorpusCase read(Path folder) {
        Path file = folder.resolve("case.json");
        try {
            JsonCursor root = JsonCursor.root(
                            file.toString(), JsonTree.parse(Files.newInputStream(file), file.toString()))
                    .object(Set.of("title", "cause", "source", "require", "limits", "registry", "expect"));
            return new CorpusCase(
                    folder,
                    root.child("title").text(),
                    root.optional("cause", JsonCursor::text),
                    root.child("source").text(),
                    root.optional("require", JsonCursor::text),
                    root.optional("limits", CaseReader::limits).orElse(Limits.DEFAULT),
                    root.optional("registry", CaseReader::registry),
                    expectation(root.child("expect")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Limits limits(JsonCursor limits) {
        limits.object(Set.of("pull_stall", "engine_call", "init_script", "spark"));
        return new Limits(
                seconds(limits, "pull_stall", Limits.DEFAULT.pullStall()),
                seconds(limits, "engine_call", Limits.DEFAULT.engineCall()),
                seconds(limits, "init_script", Limits.DEFAULT.initScript()),
                seconds(limits, "spark", Limits.DEFAULT.spark()),
                Limits.DEFAULT.lease());
    }

    private static Duration seconds(JsonCursor limits, String name, Duration otherwise) {
        return limits.optional(name, seconds -> Duration.ofSeconds(seconds.wholeNumber()))
                .orElse(otherwise);
    }

    private static RegistryPlan registry(JsonCursor plan) {
        plan.object(Set.of("content", "tag", "password", "door", "fault"));
        return new RegistryPlan(
                plan.optional("content", name -> constant(RegistryPlan.Content.class, name))
                        .orElse(RegistryPlan.Content.SMALL),
                plan.optional("tag", JsonCursor::text).orElse("1"),
                plan.optional("password", JsonCursor::flag).orElse(false),
                plan.optional("door", name -> constant(RegistryPlan.Door.class, name))
                        .orElse(RegistryPlan.Door.LOOPBACK),
                plan.optional("fault", CaseReader::mishap));
    }

    private static RegistryPlan.Mishap mishap(JsonCursor fault) {
        fault.object(Set.of("path", "kind", "status"));
        return new RegistryPlan.Mishap(
                fault.child("path").text(),
                constant(RegistryPlan.Mishap.Kind.class, fault.child("kind")),
                fault.optional("status", JsonCursor::wholeNumber).orElse(0));
    }

    private static Expectation expectation(JsonCursor expect) {
        expect.object(Set.of("verdict", "code", "type", "message", "causes", "lost", "warned"));
        return new Expectation(
                constant(Verdict.class, expect.child("verdict")),
                expect.optional("code", JsonCursor::text),
                expect.optional("type", JsonCursor::text),
                expect.optional("message", JsonCursor::text),
                expect.optional("causes", ids -> ids.list(JsonCursor::text)).orElse(List.of()),
                expect.optional("lost", names -> names.list(CaseReader::capability))
                        .orElse(List.of()),
                expect.optional("warned", ids -> ids.list(JsonCursor::text)).orElse(List.of()));
    }

    private static Capability capability(JsonCursor name) {
        return Capability.named(name.text()).orElseThrow(() -> name.problem("must be a capability"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonCursor name) {
        String wanted = name.text().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw name.problem("must be one of " + List.of(type.getEnumConstants()));
    }
}
