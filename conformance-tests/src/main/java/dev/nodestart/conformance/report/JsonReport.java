package dev.nodestart.conformance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The JSON report, schema version 1: {@code report-v1.schema.json} beside this class. */
public final class JsonReport implements ReportWriter {

    private static final int SCHEMA_VERSION = 1;

    /** Makes a writer; it holds no state. */
    public JsonReport() {}

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void write(VerifyResult result, Appendable target) throws IOException {
        target.append(Json.document(json -> {
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeStringField("verdict", result.verdict().name());
            json.writeNumberField("exit_code", result.verdict().exitCode());
            Json.object(json, "image", image -> LaunchJson.image(result.launch(), image));
            Json.object(json, "runtime", runtime -> LaunchJson.runtime(result.launch(), runtime));
            LaunchJson.gpu(result.launch(), json);
            LaunchJson.termination(result.launch(), json);
            diagnosis(result.diagnosis(), json);
            capabilities(result.capabilities(), json);
            CheckJson.checks(result.checks(), json);
            LaunchJson.stages(result.launch().stages(), json);
            LaunchJson.events(result.launch().events(), json);
            json.writeStringField("recording", result.launch().recording().toString());
        }));
    }

    private static void diagnosis(List<Diagnosis> causes, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("diagnosis");
        for (Diagnosis cause : causes) {
            json.writeStartObject();
            json.writeStringField("id", cause.id());
            json.writeStringField("cause", cause.cause());
            json.writeStringField("fix", cause.fix());
            Json.texts(json, "evidence", cause.evidence());
            json.writeStringField("source", cause.source());
            json.writeStringField("confidence", cause.confidence().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void capabilities(List<CapabilityStatus> capabilities, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("capabilities");
        for (CapabilityStatus status : capabilities) {
            json.writeStartObject();
            json.writeStringField("name", status.capability().reportName());
            json.writeBooleanField("required", status.required());
            json.writeStringField("status", status.state().reportName());
            Json.texts(json, "because", status.because());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
