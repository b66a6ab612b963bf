package dev.nodestart.conformance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.recording.GpuJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A launch in JSON. */
final class LaunchJson {

    private static final Pattern SPARK_VERSION_LINE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\.x-.*");

    private LaunchJson() {}

    /** An image that could not be had still has the reference of the spec; what is not known is null. */
    static void image(Launch launch, JsonGenerator json) throws IOException {
        Optional<ImageInfo> image = launch.image();
        Json.text(json, "reference", reference(launch));
        Json.text(json, "digest", image.flatMap(ImageInfo::digest));
        Json.text(json, "os", image.map(ImageInfo::os));
        Json.text(json, "architecture", image.map(ImageInfo::architecture));
        json.writeFieldName("size_bytes");
        if (image.isPresent()) {
            json.writeNumber(image.get().sizeBytes());
        } else {
            json.writeNull();
        }
        Json.text(json, "user", image.map(ImageInfo::user));
        texts(json, "entrypoint", image.map(ImageInfo::entrypoint));
        texts(json, "cmd", image.map(ImageInfo::cmd));
    }

    /** The image as the user wrote it. */
    static Optional<String> reference(Launch launch) {
        JsonNode url = launch.spec().path("docker_image").path("url");
        return launch.image()
                .map(ImageInfo::reference)
                .or(() -> Optional.of(url.asText()).filter(text -> !text.isEmpty()));
    }

    static void runtime(Launch launch, JsonGenerator json) throws IOException {
        json.writeStringField("spark_version", launch.sparkVersion());
        json.writeStringField("line", line(launch));
        json.writeStringField("descriptor", launch.line());
    }

    /** Only where GPUs were asked for. */
    static void gpu(Launch launch, JsonGenerator json) throws IOException {
        if (launch.gpu().isPresent()) {
            json.writeFieldName("gpu");
            Json.tree(json, GpuJson.write(launch.gpu().get()));
        }
    }

    /** The line that was asked for; the descriptor may be its nearest known neighbour's. */
    static String line(Launch launch) {
        Matcher key = SPARK_VERSION_LINE.matcher(launch.sparkVersion());
        return key.matches() ? key.group(1) : launch.line();
    }

    static void termination(Launch launch, JsonGenerator json) throws IOException {
        if (launch.termination().isPresent()) {
            TerminationReason reason = launch.termination().get();
            Json.object(json, "termination_reason", fields -> termination(reason, fields));
        } else {
            json.writeNullField("termination_reason");
        }
        Json.text(json, "state_message", launch.stateMessage().or(launch::trouble));
    }

    private static void termination(TerminationReason reason, JsonGenerator json) throws IOException {
        json.writeStringField("code", reason.code());
        json.writeStringField("type", reason.type().name());
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : reason.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
    }

    static void stages(List<StageRun> stages, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("stages");
        for (StageRun run : stages) {
            json.writeStartObject();
            json.writeStringField("node", run.node());
            json.writeStringField("stage", run.stage().reportName());
            json.writeStringField("started_at", Moments.text(run.startedAt()));
            json.writeNumberField("duration_ms", run.duration().toMillis());
            json.writeStringField("outcome", run.outcome().reportName());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Events in the API's own shape (clusters-api.md §2.2): the time is in milliseconds since 1970. */
    static void events(List<ClusterEvent> events, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("events");
        for (ClusterEvent event : events) {
            json.writeStartObject();
            json.writeStringField("cluster_id", event.clusterId());
            json.writeNumberField("timestamp", event.timestamp().toEpochMilli());
            json.writeStringField("type", event.type());
            json.writeFieldName("details");
            Json.tree(json, event.details());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, Optional<List<String>> values) throws IOException {
        if (values.isPresent()) {
            Json.texts(json, name, values.get());
        } else {
            json.writeNullField(name);
        }
    }
}
