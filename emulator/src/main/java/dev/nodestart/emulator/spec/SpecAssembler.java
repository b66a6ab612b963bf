package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.spec.DockerImage.BasicAuth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the value out of fields that were checked. */
final class SpecAssembler {
    private SpecAssembler() {}

    static ClusterSpec assemble(ObjectNode kept, ObjectNode raw) {
        Optional<String> nodeType = text(kept, "node_type_id");
        return new ClusterSpec(
                text(kept, "cluster_name").orElse(""),
                text(kept, "spark_version").orElse(""),
                nodeType,
                text(kept, "driver_node_type_id").or(() -> nodeType),
                workers(kept),
                image(kept.path("docker_image")),
                scripts(kept.path("init_scripts")),
                strings(kept.path("spark_conf")),
                strings(kept.path("spark_env_vars")),
                logDestination(kept.path("cluster_log_conf")),
                raw);
    }

    private static int workers(ObjectNode kept) {
        JsonNode autoscale = kept.path("autoscale").path("min_workers");
        return Math.max(
                0,
                autoscale.isInt()
                        ? autoscale.intValue()
                        : kept.path("num_workers").asInt(0));
    }

    private static Optional<DockerImage> image(JsonNode block) {
        return text(block, "url").map(url -> new DockerImage(url, auth(block.path("basic_auth"))));
    }

    private static Optional<BasicAuth> auth(JsonNode block) {
        return text(block, "username")
                .flatMap(name -> text(block, "password").map(password -> new BasicAuth(name, password)));
    }

    private static List<InitScript> scripts(JsonNode list) {
        List<InitScript> scripts = new ArrayList<>();
        for (JsonNode element : list) {
            for (InitScript.Kind kind : InitScript.Kind.values()) {
                Optional<String> destination = text(element.path(kind.key()), "destination");
                if (destination.isPresent()) {
                    scripts.add(new InitScript(kind, destination.get()));
                    break;
                }
            }
        }
        return scripts;
    }

    private static Map<String, String> strings(JsonNode block) {
        Map<String, String> strings = new LinkedHashMap<>();
        block.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().textValue()));
        return strings;
    }

    private static Optional<String> logDestination(JsonNode block) {
        for (String kind : List.of("volumes", "dbfs", "s3")) {
            Optional<String> destination = text(block.path(kind), "destination");
            if (destination.isPresent()) {
                return destination;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode block, String field) {
        return Optional.ofNullable(block.path(field).textValue()).filter(text -> !text.isBlank());
    }
}
