package dev.nodestart.conformance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import java.io.IOException;
import java.util.List;

/** Checks in JSON: their results in a report, and their catalogue. */
public final class CheckJson {

    private CheckJson() {}

    /** The catalogue, as {@code checks list --json} prints it. */
    public static void catalogue(List<Check> checks, ArrayNode array) {
        for (Check check : checks) {
            ObjectNode node = array.addObject();
            node.put("id", check.id());
            node.put("title", check.title());
            node.put("category", check.category());
            node.put("severity", check.severity().reportName());
            node.put(
                    "capability", check.capability().map(Capability::reportName).orElse(null));
            node.put("lines", check.lines().toString());
            check.tags().forEach(node.putArray("tags")::add);
            node.put("why", check.why());
            node.put("remedy", check.remedy());
            node.put("source", check.source());
        }
    }

    static void checks(List<CheckResult> results, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("checks");
        for (CheckResult result : results) {
            Check check = result.check();
            json.writeStartObject();
            json.writeStringField("id", check.id());
            json.writeStringField("title", check.title());
            json.writeStringField("category", check.category());
            json.writeStringField("severity", check.severity().reportName());
            json.writeStringField("outcome", result.outcome().name());
            json.writeStringField("message", result.message());
            Json.texts(json, "evidence", result.evidence());
            json.writeStringField("fix", result.fix());
            json.writeStringField("source", check.source());
            json.writeNumberField("duration_ms", result.duration().toMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
