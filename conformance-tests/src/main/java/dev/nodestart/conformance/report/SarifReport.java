package dev.nodestart.conformance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The SARIF 2.1.0 report: checks and causes are rules; what failed or warns is a result at the image, and at a line of
 * the user's repository where one is known; what could not be evaluated is a notification of the tool.
 */
public final class SarifReport implements ReportWriter {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Function<String, Optional<SourceLine>> lines;

    /** Makes a writer that knows the image only. */
    public SarifReport() {
        this(rule -> Optional.empty());
    }

    /**
     * Makes a writer that can tell where in a repository a finding belongs.
     *
     * @param lines from the id of a check or cause to the line that it is about
     */
    public SarifReport(Function<String, Optional<SourceLine>> lines) {
        this.lines = lines;
    }

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public void write(VerifyResult result, Appendable target) throws IOException {
        Map<String, SarifRule> rules = SarifRule.of(result);
        target.append(Json.document(json -> {
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            Json.object(json, "tool", tool -> tool(rules, tool));
            invocation(result, json);
            Json.object(json, "automationDetails", run -> {
                run.writeStringField("id", "nodestart/" + image(result.launch()) + "/");
            });
            results(result, rules.keySet(), json);
            json.writeStringField("columnKind", "utf16CodeUnits");
            Json.object(json, "properties", properties -> properties(result, properties));
            json.writeEndObject();
            json.writeEndArray();
        }));
    }

    private static void tool(Map<String, SarifRule> rules, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Nodestart");
        json.writeArrayFieldStart("rules");
        for (SarifRule rule : rules.values()) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            text(json, "shortDescription", rule.title());
            text(json, "fullDescription", rule.why());
            text(json, "help", rule.help());
            Json.object(json, "defaultConfiguration", level -> level.writeStringField("level", rule.level()));
            Json.object(json, "properties", properties -> Json.texts(properties, "tags", rule.tags()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void invocation(VerifyResult result, JsonGenerator json) throws IOException {
        Launch launch = result.launch();
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", launch.state() != Launch.State.INCONCLUSIVE);
        json.writeNumberField("exitCode", result.verdict().exitCode());
        json.writeStringField("startTimeUtc", Moments.text(launch.startedAt()));
        json.writeArrayFieldStart("toolExecutionNotifications");
        if (launch.trouble().isPresent()) {
            notification(launch.trouble().get(), Optional.empty(), json);
        }
        for (CheckResult check : result.checks()) {
            if (check.outcome() == Outcome.ERROR) {
                notification(check.message(), Optional.of(check.check().id()), json);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void notification(String message, Optional<String> rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("level", "error");
        text(json, "message", message);
        if (rule.isPresent()) {
            Json.object(json, "associatedRule", reference -> reference.writeStringField("id", rule.get()));
        }
        json.writeEndObject();
    }

    private void results(VerifyResult result, Collection<String> rules, JsonGenerator json) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        for (String rule : rules) {
            places.put(rule, places.size());
        }
        String image = image(result.launch());
        String line = LaunchJson.line(result.launch());
        json.writeArrayFieldStart("results");
        for (SarifFinding finding : SarifFinding.of(result)) {
            json.writeStartObject();
            json.writeStringField("ruleId", finding.rule());
            json.writeNumberField("ruleIndex", places.getOrDefault(finding.rule(), 0));
            json.writeStringField("level", finding.level());
            text(json, "message", finding.message());
            location(image, lines.apply(finding.rule()), json);
            // the same finding on the next build of the image is the same alert
            Json.object(json, "partialFingerprints", prints -> {
                prints.writeStringField("nodestart/v1", finding.rule() + ":" + line);
            });
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void location(String image, Optional<SourceLine> line, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        if (line.isPresent()) {
            json.writeObjectFieldStart("physicalLocation");
            Json.object(json, "artifactLocation", file -> {
                file.writeStringField("uri", uri(line.get().file()));
            });
            Json.object(
                    json,
                    "region",
                    region -> region.writeNumberField("startLine", line.get().line()));
            json.writeEndObject();
        }
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", image);
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String uri(String file) throws IOException {
        try {
            return new URI(null, null, file, null).getRawPath();
        } catch (URISyntaxException failure) {
            throw new IOException("The path [" + file + "] cannot be written as a URI.", failure);
        }
    }

    private static void properties(VerifyResult result, JsonGenerator json) throws IOException {
        json.writeStringField("verdict", result.verdict().name());
        json.writeStringField("image", image(result.launch()));
        json.writeStringField("dbrLine", LaunchJson.line(result.launch()));
    }

    private static String image(Launch launch) {
        return Text.oneLine(LaunchJson.reference(launch).orElse("no image"));
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        Json.object(json, name, message -> message.writeStringField("text", Text.plain(text)));
    }
}
