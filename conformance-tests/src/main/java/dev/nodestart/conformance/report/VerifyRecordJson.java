package dev.nodestart.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Severity;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.model.Launch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A result as JSON and back, whole: a check keeps its text even where a later version words it otherwise. */
final class VerifyRecordJson {

    private VerifyRecordJson() {}

    static ObjectNode write(VerifyResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("record_version", 1);
        json.put("verdict", result.verdict().name());
        ObjectNode requirements = json.putObject("requirements");
        requirements.put("origin", result.requirements().origin());
        result.requirements().capabilities().stream()
                .map(Capability::name)
                .forEach(requirements.putArray("capabilities")::add);
        ArrayNode capabilities = json.putArray("capabilities");
        result.capabilities().forEach(status -> capability(status, capabilities.addObject()));
        ArrayNode checks = json.putArray("checks");
        result.checks().forEach(check -> check(check, checks.addObject()));
        ArrayNode diagnosis = json.putArray("diagnosis");
        result.diagnosis().forEach(cause -> diagnosis(cause, diagnosis.addObject()));
        return json;
    }

    static VerifyResult read(JsonNode json, Launch launch, Optional<Facts> facts) {
        JsonNode requirements = json.path("requirements");
        return new VerifyResult(
                launch,
                Verdict.valueOf(json.path("verdict").asText()),
                new Requirements(
                        list(requirements.path("capabilities"), name -> Capability.valueOf(name.asText())),
                        requirements.path("origin").asText()),
                list(json.path("capabilities"), VerifyRecordJson::capability),
                list(json.path("checks"), VerifyRecordJson::check),
                list(json.path("diagnosis"), VerifyRecordJson::diagnosis),
                facts);
    }

    private static void capability(CapabilityStatus status, ObjectNode node) {
        node.put("capability", status.capability().name());
        node.put("required", status.required());
        node.put("state", status.state().name());
        status.because().forEach(node.putArray("because")::add);
    }

    private static CapabilityStatus capability(JsonNode node) {
        return new CapabilityStatus(
                Capability.valueOf(node.path("capability").asText()),
                node.path("required").asBoolean(),
                CapabilityStatus.State.valueOf(node.path("state").asText()),
                texts(node.path("because")));
    }

    private static void check(CheckResult result, ObjectNode node) {
        Check check = result.check();
        node.put("id", check.id());
        node.put("title", check.title());
        node.put("category", check.category());
        node.put("severity", check.severity().name());
        node.put("capability", check.capability().map(Capability::name).orElse(null));
        node.put("proof", check.proof());
        node.put("since", check.lines().since());
        node.put("until", check.lines().until());
        check.tags().forEach(node.putArray("tags")::add);
        node.put("why", check.why());
        node.put("remedy", check.remedy());
        node.put("source", check.source());
        node.put("outcome", result.outcome().name());
        node.put("message", result.message());
        result.evidence().forEach(node.putArray("evidence")::add);
        node.put("duration_ns", result.duration().toNanos());
    }

    private static CheckResult check(JsonNode node) {
        Optional<Capability> capability = node.hasNonNull("capability")
                ? Optional.of(Capability.valueOf(text(node, "capability")))
                : Optional.empty();
        Check check = new Check(
                text(node, "id"),
                text(node, "title"),
                text(node, "category"),
                Severity.valueOf(text(node, "severity")),
                capability,
                node.path("proof").asBoolean(),
                new LineRange(text(node, "since"), text(node, "until")),
                texts(node.path("tags")),
                text(node, "why"),
                text(node, "remedy"),
                text(node, "source"));
        return new CheckResult(
                check,
                Outcome.valueOf(text(node, "outcome")),
                text(node, "message"),
                texts(node.path("evidence")),
                Duration.ofNanos(node.path("duration_ns").asLong()));
    }

    private static void diagnosis(Diagnosis cause, ObjectNode node) {
        node.put("id", cause.id());
        node.put("cause", cause.cause());
        node.put("fix", cause.fix());
        cause.evidence().forEach(node.putArray("evidence")::add);
        node.put("source", cause.source());
        node.put("confidence", cause.confidence().name());
    }

    private static Diagnosis diagnosis(JsonNode node) {
        return new Diagnosis(
                text(node, "id"),
                text(node, "cause"),
                text(node, "fix"),
                texts(node.path("evidence")),
                text(node, "source"),
                Diagnosis.Confidence.valueOf(text(node, "confidence")));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText("");
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        array.forEach(item -> values.add(read.apply(item)));
        return List.copyOf(values);
    }
}
