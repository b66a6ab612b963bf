package dev.nodestart.emulator.diagnosis;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.Provenance;
import dev.nodestart.emulator.model.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns a row of the data file into a cause. */
final class CauseReader {
    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "symptom",
            "code",
            "stages",
            "dbr",
            "general",
            "when",
            "instead_of",
            "cause",
            "fix",
            "paste",
            "source",
            "confidence",
            "detectable");

    private CauseReader() {}

    static Cause read(JsonCursor row) {
        row.object(KEYS);
        return new Cause(
                row.child("id").text(),
                row.child("title").text(),
                row.child("symptom").text(),
                row.optional("code", JsonCursor::text),
                row.optional("stages", CauseReader::stages).orElse(Set.of()),
                row.optional("dbr", CauseReader::span).orElse(new LineSpan(Optional.empty(), Optional.empty())),
                row.optional("general", JsonCursor::flag).orElse(false),
                row.optional("when", signs -> signs.list(CauseReader::sign)).orElse(List.of()),
                Set.copyOf(row.optional("instead_of", ids -> ids.list(JsonCursor::text))
                        .orElse(List.of())),
                row.child("cause").text(),
                row.child("fix").text(),
                row.optional("paste", lines -> lines.list(JsonCursor::textOrEmpty))
                        .orElse(List.of()),
                Provenance.read(row),
                constant(Cause.Detectable.class, row.child("detectable")));
    }

    private static Set<Stage> stages(JsonCursor names) {
        EnumSet<Stage> stages = EnumSet.noneOf(Stage.class);
        names.items().forEach(name -> stages.add(constant(Stage.class, name)));
        return stages;
    }

    private static LineSpan span(JsonCursor span) {
        span.object(Set.of("from", "to"));
        return new LineSpan(span.optional("from", JsonCursor::text), span.optional("to", JsonCursor::text));
    }

    private static Sign sign(JsonCursor sign) {
        sign.object(Set.of("code", "all", "anywhere", "confidence"));
        return new Sign(
                sign.optional("code", JsonCursor::text),
                sign.optional("all", all -> all.list(text -> SignPattern.of(text.text())))
                        .orElse(List.of()),
                sign.optional("anywhere", JsonCursor::flag).orElse(false),
                constant(Diagnosis.Confidence.class, sign.child("confidence")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonCursor name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name.text())) {
                return constant;
            }
        }
        throw name.problem(
                "must be one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }
}
