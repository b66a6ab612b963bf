package dev.nodestart.emulator.explain;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import dev.nodestart.emulator.data.Provenance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a termination code, a type of event or a text of the platform means where no image can show it.
 *
 * @param id from the catalogue of causes; without one it is named by its code
 * @param blame where it lies
 * @param open whether the code only says what happened, and not why
 * @param codes termination codes
 * @param events types of cluster events
 * @param texts what messages say
 * @param cause what is wrong, one sentence
 * @param fix what to do
 * @param provenance where the fact comes from
 */
record PlatformCause(
        Optional<String> id,
        Blame blame,
        boolean open,
        List<String> codes,
        List<String> events,
        List<Pattern> texts,
        String cause,
        String fix,
        Provenance provenance) {
    private static final String RESOURCE = "/dev/nodestart/emulator/explain/platform-causes.json";
    private static final Set<String> KEYS =
            Set.of("id", "blame", "open", "codes", "events", "texts", "cause", "fix", "source", "confidence");

    static List<PlatformCause> builtIn() {
        JsonCursor file = JsonCursor.root("platform-causes.json", JsonTree.resource(RESOURCE));
        return file.child("rows").list(PlatformCause::read);
    }

    /** The id to show for a code or a type of event. */
    String idFor(String word) {
        return id.orElse("TERM-" + word);
    }

    private static PlatformCause read(JsonCursor row) {
        row.object(KEYS);
        return new PlatformCause(
                row.optional("id", JsonCursor::text),
                blame(row.child("blame")),
                row.optional("open", JsonCursor::flag).orElse(false),
                row.optional("codes", codes -> codes.list(JsonCursor::text)).orElse(List.of()),
                row.optional("events", events -> events.list(JsonCursor::text)).orElse(List.of()),
                row.optional("texts", texts -> texts.list(text -> Pattern.compile(text.text())))
                        .orElse(List.of()),
                row.child("cause").text(),
                row.child("fix").text(),
                Provenance.read(row));
    }

    private static Blame blame(JsonCursor name) {
        for (Blame blame : Blame.values()) {
            if (blame.reportName().equals(name.text())) {
                return blame;
            }
        }
        throw name.problem(
                "must be one of " + List.of(Blame.values()).toString().toLowerCase(Locale.ROOT));
    }
}
