package dev.nodestart.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.model.TerminationReason;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A launch in JSON. */
final class LaunchJson {

    private static final Pattern SPARK_VERSION_LINE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\.x-.*");

    private LaunchJson() {}

    /** An image that could not be had still has the reference of the spec; what is not known is null. */
    static void image(Launch launch, ObjectNode node) {
        Optional<ImageInfo> image = launch.image();
        node.put("reference", reference(launch).orElse(null));
        node.put("digest", image.flatMap(ImageInfo::digest).orElse(null));
        node.put("os", image.map(ImageInfo::os).orElse(null));
        node.put("architecture", image.map(ImageInfo::architecture).orElse(null));
        node.put("size_bytes", image.map(ImageInfo::sizeBytes).orElse(null));
        node.put("user", image.map(ImageInfo::user).orElse(null));
        strings(node, "entrypoint", image.map(ImageInfo::entrypoint));
        strings(node, "cmd", image.map(ImageInfo::cmd));
    }

    /** The image as the user wrote it. */
    static Optional<String> reference(Launch launch) {
        JsonNode url = launch.spec().path("docker_image").path("url");
        return launch.image()
                .map(ImageInfo::reference)
                .or(() -> Optional.of(url.asText()).filter(text -> !text.isEmpty()));
    }

    static void runtime(Launch launch, ObjectNode node) {
        node.put("spark_version", launch.sparkVersion());
        node.put("line", line(launch));
        node.put("descriptor", launch.line());
    }

    /** The line that was asked for; the descriptor may be its nearest known neighbour's. */
    static String line(Launch launch) {
        Matcher key = SPARK_VERSION_LINE.matcher(launch.sparkVersion());
        return key.matches() ? key.group(1) : launch.line();
    }

    static void termination(Launch launch, ObjectNode root) {
        launch.termination()
                .ifPresentOrElse(
                        reason -> termination(reason, root.putObject("termination_reason")),
                        () -> root.putNull("termination_reason"));
        root.put("state_message", launch.stateMessage().or(launch::trouble).orElse(null));
    }

    private static void termination(TerminationReason reason, ObjectNode node) {
        node.put("code", reason.code());
        node.put("type", reason.type().name());
        ObjectNode parameters = node.putObject("parameters");
        reason.parameters().forEach(parameters::put);
    }

    static void stages(List<StageRun> stages, ArrayNode array) {
        for (StageRun run : stages) {
            ObjectNode node = array.addObject();
            node.put("node", run.node());
            node.put("stage", run.stage().reportName());
            node.put(
                    "started_at", run.startedAt().truncatedTo(ChronoUnit.MILLIS).toString());
            node.put("duration_ms", run.duration().toMillis());
            node.put("outcome", run.outcome().reportName());
        }
    }

    /** Events in the API's own shape (clusters-api.md §2.2): the time is in milliseconds since 1970. */
    static void events(List<ClusterEvent> events, ArrayNode array) {
        for (ClusterEvent event : events) {
            ObjectNode node = array.addObject();
            node.put("cluster_id", event.clusterId());
            node.put("timestamp", event.timestamp().toEpochMilli());
            node.put("type", event.type());
            node.set("details", event.details().deepCopy());
        }
    }

    private static void strings(ObjectNode node, String name, Optional<List<String>> values) {
        values.ifPresentOrElse(list -> list.forEach(node.putArray(name)::add), () -> node.putNull(name));
    }
}
