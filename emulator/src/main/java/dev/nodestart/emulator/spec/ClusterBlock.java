package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The block of a document that describes the cluster: the document itself, a job's {@code new_cluster}, or the
 * {@code spec} of a get call's answer (clusters-api.md §5.1).
 *
 * @param node the block
 * @param pointer where it stands in the document
 */
record ClusterBlock(ObjectNode node, String pointer) {
    static Optional<ClusterBlock> find(JsonNode root, Problems problems) {
        if (!(root instanceof ObjectNode object)) {
            String message = "The cluster spec must be a JSON object with the fields of a create call.";
            problems.add(SpecRule.FIELD_TYPE, "", message, "Write {\"spark_version\": …}.");
            return Optional.empty();
        }
        if (object.get("spec") instanceof ObjectNode spec) {
            return Optional.of(new ClusterBlock(spec, "/spec"));
        }
        boolean job = object.has("tasks") || object.has("job_clusters") || object.has("settings");
        if (!job && !object.has("new_cluster")) {
            return Optional.of(new ClusterBlock(object, ""));
        }
        List<ClusterBlock> blocks = new ArrayList<>();
        collect(object, "", blocks);
        if (blocks.size() == 1) {
            return Optional.of(blocks.get(0));
        }
        List<String> places =
                blocks.stream().map(block -> "[" + block.pointer() + "]").toList();
        problems.add(
                SpecRule.SEVERAL_CLUSTERS,
                "",
                blocks.isEmpty()
                        ? "The job has no [new_cluster] of its own."
                        : "The job has several clusters: " + String.join(", ", places) + ".",
                "Give the JSON of one cluster in a file of its own.");
        return Optional.empty();
    }

    private static void collect(JsonNode node, String pointer, List<ClusterBlock> blocks) {
        node.properties().forEach(entry -> {
            String place = Pointers.child(pointer, entry.getKey());
            switch (entry.getKey()) {
                case "new_cluster" -> {
                    if (entry.getValue() instanceof ObjectNode block) {
                        blocks.add(new ClusterBlock(block, place));
                    }
                }
                case "settings", "for_each_task", "task" -> collect(entry.getValue(), place, blocks);
                case "tasks", "job_clusters" -> {
                    for (int i = 0; i < entry.getValue().size(); i++) {
                        collect(entry.getValue().path(i), Pointers.child(place, i), blocks);
                    }
                }
                default -> {}
            }
        });
    }
}
