package dev.nodestart.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
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

    static void checks(List<CheckResult> results, ArrayNode array) {
        for (CheckResult result : results) {
            Check check = result.check();
            ObjectNode node = array.addObject();
            node.put("id", check.id());
            node.put("title", check.title());
            node.put("category", check.category());
            node.put("severity", check.severity().reportName());
            node.put("outcome", result.outcome().name());
            node.put("message", result.message());
            result.evidence().forEach(node.putArray("evidence")::add);
            node.put("fix", result.fix());
            node.put("source", check.source());
            node.put("duration_ms", result.duration().toMillis());
        }
    }
}
