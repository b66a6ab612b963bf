package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.recording.Recording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code nodestart events}. */
@Command(
        name = "events",
        description = {
            "Prints the cluster events of a run as the Clusters API gives them: one JSON document, oldest event first,"
                    + " times in milliseconds since 1970.",
            "Works for finished runs too, and needs no engine where a run or its folder is named."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart events | jq -r '.events[].type'",
            "  nodestart events 20260102-030405-abcdefgh",
            "  nodestart events ./recording"
        })
final class EventsCommand extends NodestartCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "A run's id or folder; your newest running one by default, else the newest recorded one.")
    @Nullable
    String run;

    EventsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        RunPlace place = RunPlace.of(Optional.ofNullable(run), this::engine, RecordedRuns.of(terminal.environment()));
        try (place) {
            Json.print(terminal, document(Recording.at(place.recording()).load()));
        }
        return 0;
    }

    /** The body of the API's answer (clusters-api.md §2.2). */
    static ObjectNode document(Launch launch) {
        ObjectNode document = Json.object();
        ArrayNode events = document.putArray("events");
        launch.events().forEach(event -> events.add(Recording.apiEvent(event)));
        document.put("total_count", events.size());
        return document;
    }
}
