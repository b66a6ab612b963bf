package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Init scripts and where logs go (clusters-api.md §1 InitScriptInfo, dcs.md §5). */
final class ScriptRules {
    private ScriptRules() {}

    static void check(RuleInput call) {
        JsonNode scripts = call.kept().path("init_scripts");
        for (int i = 0; i < scripts.size(); i++) {
            if (scripts.get(i).isObject()) {
                script(call, scripts.get(i), i);
            }
        }
        if (scripts.size() > 10) {
            call.report(
                    SpecRule.SCRIPT_COUNT,
                    "/init_scripts",
                    "The cluster has [%d] init scripts; Databricks' own tools allow at most 10."
                            .formatted(scripts.size()),
                    "Join some of them.");
        }
        logs(call);
        volumes(call);
    }

    private static void script(RuleInput call, JsonNode script, int index) {
        String place = "/init_scripts/" + index;
        JsonNode given = call.given().path("init_scripts").path(index);
        List<InitScript.Kind> kinds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (InitScript.Kind kind : InitScript.Kind.values()) {
            if (script.path(kind.key()).isObject()) {
                kinds.add(kind);
                names.add("[" + kind.key() + "]");
            }
        }
        if (kinds.size() > 1) {
            call.report(
                    SpecRule.SCRIPT_LOCATION,
                    place,
                    "An init script has exactly one location, but this one has %s."
                            .formatted(String.join(" and ", names)),
                    "Make an element of the list for each.");
        }
        // A misspelt key is reported as unknown already.
        if (kinds.isEmpty() && given.isEmpty()) {
            call.report(
                    SpecRule.SCRIPT_LOCATION,
                    place,
                    "An init script has exactly one location, but this one has none.",
                    "Write {\"workspace\": {\"destination\": \"/Shared/setup.sh\"}}.");
        }
        kinds.forEach(kind -> location(call, kind, script.path(kind.key()), place + "/" + kind.key()));
    }

    private static void location(RuleInput call, InitScript.Kind kind, JsonNode location, String place) {
        // A destination of the wrong type is reported already.
        boolean typed = !call.given().at(place).hasNonNull("destination") || location.has("destination");
        Destinations.problem(kind, location.path("destination").asText())
                .filter(problem -> typed)
                .ifPresent(problem -> call.report(
                        SpecRule.SCRIPT_DESTINATION, place + "/destination", problem.message(), problem.advice()));
        switch (kind) {
            case FILE -> {
                if (!call.hasImage()) {
                    call.report(
                            SpecRule.FILE_SCRIPT,
                            place,
                            "File init scripts (specified with a file:/ prefix) can only be specified for clusters with"
                                    + " custom docker containers.",
                            "Add [docker_image], or keep the script in the workspace.");
                }
            }
            case S3 -> s3(call, location, place, "init script");
            case DBFS ->
                call.report(
                        SpecRule.DBFS_SCRIPT,
                        place,
                        "Init scripts on DBFS are deprecated, and newer workspaces refuse them.",
                        "Move the script to a workspace file or a volume.");
            case ABFSS -> {
                JsonNode conf = call.kept().path("spark_conf");
                if (conf.properties().stream().noneMatch(e -> e.getKey().startsWith("spark.hadoop.fs.azure"))) {
                    call.report(
                            SpecRule.ABFSS_CONF,
                            place,
                            "An init script on ABFSS needs credentials in the Spark conf, and there are none.",
                            "Set the [spark.hadoop.fs.azure.account…] keys of the storage account.");
                }
            }
            default -> {}
        }
    }

    private static void s3(RuleInput call, JsonNode location, String place, String what) {
        if (location.path("region").asText().isBlank()
                && location.path("endpoint").asText().isBlank()) {
            call.report(
                    SpecRule.SCRIPT_REGION,
                    place,
                    "An S3 location of an %s needs [region] or [endpoint].".formatted(what),
                    "Add [\"region\": \"us-west-2\"] with the region of the bucket.");
        }
    }

    private static void logs(RuleInput call) {
        JsonNode conf = call.kept().path("cluster_log_conf");
        if (!conf.isObject() || !call.given().path("cluster_log_conf").isObject()) {
            return;
        }
        String place = "/cluster_log_conf";
        if (call.given().path("cluster_log_conf").size() != 1) {
            String message = "Field [cluster_log_conf] has exactly one of [dbfs], [s3] and [volumes].";
            call.report(SpecRule.LOG_DESTINATION, place, message, "");
        }
        conf.properties().forEach(entry -> {
            InitScript.Kind kind = InitScript.Kind.of(entry.getKey()).orElseThrow();
            JsonNode destination = entry.getValue().path("destination");
            boolean typed = destination.isTextual()
                    || !call.given().at(place + "/" + entry.getKey()).hasNonNull("destination");
            Destinations.problem(kind, destination.asText(), "Log destination")
                    .filter(problem -> typed)
                    .ifPresent(problem -> call.report(
                            SpecRule.LOG_DESTINATION,
                            place + "/" + entry.getKey() + "/destination",
                            problem.message(),
                            problem.advice()));
        });
    }

    private static void volumes(RuleInput call) {
        String key = "spark.databricks.unityCatalog.volumes.enabled";
        if (!call.hasImage() || call.conf(key).equalsIgnoreCase("true")) {
            return;
        }
        JsonNode scripts = call.kept().path("init_scripts");
        String advice = "Set the Spark conf [%s] to [true].".formatted(key);
        for (int i = 0; i < scripts.size(); i++) {
            if (scripts.get(i).has("volumes")) {
                String message = "With a custom image, volumes work only when their Spark conf is set.";
                call.report(SpecRule.VOLUMES_CONF, "/init_scripts/%d/volumes".formatted(i), message, advice);
            }
        }
        if (call.kept().path("cluster_log_conf").has("volumes")) {
            String message = "With a custom image, volumes work only when their Spark conf is set.";
            call.report(SpecRule.VOLUMES_CONF, "/cluster_log_conf/volumes", message, advice);
        }
    }
}
