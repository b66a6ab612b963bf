package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.emulator.runtime.NodeType;
import java.util.List;
import java.util.Optional;

/** How many nodes of which type (clusters-api.md §1, dcs.md §3 row 4, §10). */
final class SizeRules {
    private static final String PROFILE = "spark.databricks.cluster.profile";

    private SizeRules() {}

    static void check(RuleInput call) {
        size(call);
        autoscale(call);
        nodeTypes(call);
        singleNode(call);
    }

    private static void size(RuleInput call) {
        boolean fixed = !call.lacks("num_workers");
        boolean scaled = !call.lacks("autoscale");
        if (!fixed && !scaled && !call.flag("is_single_node")) {
            call.report(
                    SpecRule.SIZE,
                    "/num_workers",
                    "Missing required field: size",
                    "Give [num_workers], which may be 0, or [autoscale].");
        }
        if (fixed && scaled) {
            call.report(
                    SpecRule.SIZE_TWICE,
                    "/num_workers",
                    "Only one of [num_workers] and [autoscale] can be given.",
                    "Remove one of them.");
        }
        if (call.kept().path("num_workers").asInt(0) < 0) {
            call.report(
                    SpecRule.NUM_WORKERS,
                    "/num_workers",
                    "Field [num_workers] must be 0 or more, but it is [%d]."
                            .formatted(call.kept().path("num_workers").asInt()),
                    "");
        }
    }

    private static void autoscale(RuleInput call) {
        JsonNode min = call.kept().path("autoscale").path("min_workers");
        JsonNode max = call.kept().path("autoscale").path("max_workers");
        if (call.kept().path("autoscale").isObject()
                && (!call.given().path("autoscale").hasNonNull("min_workers")
                        || !call.given().path("autoscale").hasNonNull("max_workers"))) {
            String message = "Field [autoscale] needs [min_workers] and [max_workers].";
            call.report(SpecRule.AUTOSCALE, "/autoscale", message, "");
        } else if (min.isInt() && max.isInt() && (min.intValue() < 0 || max.intValue() <= min.intValue())) {
            call.report(
                    SpecRule.AUTOSCALE,
                    "/autoscale",
                    "Field [max_workers] must be greater than [min_workers], but they are [%d] and [%d]."
                            .formatted(max.intValue(), min.intValue()),
                    min.intValue() < 0 ? "Neither may be negative." : "");
        }
    }

    private static void nodeTypes(RuleInput call) {
        boolean policy = call.flag("apply_policy_default_values");
        if (call.lacks("node_type_id") && call.lacks("instance_pool_id") && !policy) {
            call.report(
                    SpecRule.NODE_TYPE,
                    "/node_type_id",
                    "Missing required field 'node_type_id'",
                    "Give a node type such as [i3.xlarge] or [Standard_DS3_v2].");
        }
        for (String field : List.of("node_type_id", "driver_node_type_id")) {
            call.text(field).ifPresent(id -> nodeType(call, field, id));
        }
    }

    private static void nodeType(RuleInput call, String field, String id) {
        Optional<NodeType> known = call.platform().nodeType(id);
        if (known.isEmpty()) {
            call.report(
                    SpecRule.UNKNOWN_NODE_TYPE,
                    "/" + field,
                    "Node type [%s] is not known; its nodes get no limits.".formatted(id),
                    "");
        } else if (call.hasImage() && known.get().architecture().equals("arm64")) {
            call.report(
                    SpecRule.GRAVITON,
                    "/" + field,
                    "Node type [%s] is arm64, which does not take a custom image.".formatted(id),
                    "Choose an amd64 node type, such as [m5d.xlarge] or [Standard_D4ds_v5].");
        }
        boolean volume =
                call.kept().path("aws_attributes").path("ebs_volume_count").asInt() > 0;
        if (id.startsWith("m4.") && !volume && !call.flag("enable_elastic_disk")) {
            call.report(
                    SpecRule.EBS_VOLUME,
                    "/" + field,
                    "At least one EBS volume must be attached for clusters created with node type %s.".formatted(id),
                    "Set [aws_attributes.ebs_volume_count].");
        }
    }

    private static void singleNode(RuleInput call) {
        boolean none = call.kept().path("num_workers").isInt()
                && call.kept().path("num_workers").intValue() == 0
                && call.lacks("autoscale");
        boolean single = call.conf(PROFILE).equals("singleNode");
        String place = "/num_workers";
        if (none
                && call.lacks("policy_id")
                && !call.flag("is_single_node")
                && !(single
                        && call.conf("spark.master").startsWith("local")
                        && call.kept().path("custom_tags").has("ResourceClass"))) {
            call.report(
                    SpecRule.SINGLE_NODE,
                    place,
                    "A cluster without workers cannot run Spark jobs unless it is a single node.",
                    "Set the Spark conf [%s] to [singleNode] and [spark.master] to [local[*, 4]], and the tag [ResourceClass] to [SingleNode]."
                            .formatted(PROFILE));
        } else if (!none && single && call.kept().path("num_workers").asInt() > 0) {
            call.report(
                    SpecRule.SINGLE_NODE,
                    place,
                    "The Spark conf makes this a single node, but it has [%d] workers."
                            .formatted(call.kept().path("num_workers").asInt()),
                    "Set [num_workers] to 0 or remove [%s].".formatted(PROFILE));
        }
    }
}
