package dev.nodestart.emulator.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.FolderChange;
import dev.nodestart.emulator.model.ScriptChange;
import dev.nodestart.emulator.model.ScriptChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a script changed, as JSON and back. */
final class ScriptChangesJson {
    private ScriptChangesJson() {}

    static ObjectNode write(ScriptChanges changes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode noticed = json.putArray("noticed");
        for (ScriptChange change : changes.noticed()) {
            noticed.addObject()
                    .put("kind", change.kind().reportName())
                    .put("act", change.act().reportName())
                    .put("name", change.name())
                    .put("detail", change.detail());
        }
        ArrayNode files = json.putArray("files");
        for (FolderChange folder : changes.files()) {
            ObjectNode one = files.addObject()
                    .put("folder", folder.folder())
                    .put("added", folder.added())
                    .put("changed", folder.changed())
                    .put("removed", folder.removed());
            folder.first().forEach(one.putArray("first")::add);
        }
        return json;
    }

    static ScriptChanges read(JsonNode json) {
        if (!json.isObject()) {
            return ScriptChanges.NONE;
        }
        List<ScriptChange> noticed = new ArrayList<>();
        json.path("noticed")
                .forEach(change -> noticed.add(new ScriptChange(
                        ScriptChange.Kind.valueOf(change.path("kind").asText().toUpperCase(Locale.ROOT)),
                        ScriptChange.Act.valueOf(change.path("act").asText().toUpperCase(Locale.ROOT)),
                        change.path("name").asText(),
                        change.path("detail").asText())));
        List<FolderChange> files = new ArrayList<>();
        json.path("files").forEach(folder -> {
            List<String> first = new ArrayList<>();
            folder.path("first").forEach(name -> first.add(name.asText()));
            files.add(new FolderChange(
                    folder.path("folder").asText(),
                    folder.path("added").asInt(),
                    folder.path("changed").asInt(),
                    folder.path("removed").asInt(),
                    List.copyOf(first)));
        });
        return new ScriptChanges(List.copyOf(noticed), List.copyOf(files));
    }
}
