package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.explain.Explanation;
import dev.nodestart.emulator.explain.Finding;
import dev.nodestart.emulator.explain.SeenLine;
import java.util.List;
import java.util.Locale;

/** An explanation as one JSON document. */
final class ExplainJson {
    private ExplainJson() {}

    static ObjectNode of(Explanation explanation) {
        ObjectNode json = Json.object();
        json.put("schema_version", 1);
        json.put("explained", !explanation.findings().isEmpty());
        json.put("form", explanation.form().reportName());
        json.put("lines", explanation.lines());
        json.put("line", explanation.line().orElse(null));
        json.put("termination_code", explanation.code().orElse(null));
        ArrayNode findings = json.putArray("diagnosis");
        explanation.findings().forEach(finding -> findings.add(finding(finding)));
        lines(json.putArray("seen"), explanation.seen());
        explanation.advice().forEach(json.putArray("advice")::add);
        explanation.notes().forEach(json.putArray("notes")::add);
        return json;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = Json.object();
        json.put("id", finding.id());
        json.put("cause", finding.cause());
        json.put("fix", finding.fix());
        lines(json.putArray("evidence"), finding.evidence());
        json.put("source", finding.source());
        json.put("confidence", finding.confidence().name().toLowerCase(Locale.ROOT));
        json.put("blame", finding.blame().reportName());
        return json;
    }

    private static void lines(ArrayNode array, List<SeenLine> lines) {
        for (SeenLine line : lines) {
            ObjectNode json = array.addObject();
            if (line.number() > 0) {
                json.put("line", line.number());
            }
            if (!line.where().isEmpty()) {
                json.put("where", line.where());
            }
            json.put("text", line.text());
        }
    }
}
