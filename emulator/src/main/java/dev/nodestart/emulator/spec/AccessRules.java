package dev.nodestart.emulator.spec;

import java.util.Set;

/** Access modes and {@code kind} (clusters-api.md §1, dcs.md §3 row 2 and §3.9). */
final class AccessRules {
    private static final Set<String> STANDARD = Set.of("USER_ISOLATION", "DATA_SECURITY_MODE_STANDARD");
    private static final Set<String> DEDICATED = Set.of("SINGLE_USER", "DATA_SECURITY_MODE_DEDICATED");
    private static final String PROFILE = "spark.databricks.cluster.profile";

    private AccessRules() {}

    static void check(RuleInput call) {
        String mode = call.text("data_security_mode").orElse("");
        if (call.hasImage() && STANDARD.contains(mode)) {
            call.report(
                    SpecRule.STANDARD_COMPUTE,
                    "/data_security_mode",
                    "Standard access mode [%s] does not take a custom image.".formatted(mode),
                    "Use [SINGLE_USER]; if you mean the new images for standard compute, give --allow standard-compute.");
        }
        // Which profiles clash is not documented; singleNode is used with an access mode in the platform's examples.
        String profile = call.conf(PROFILE);
        if (!profile.isEmpty()
                && !profile.equals("singleNode")
                && (STANDARD.contains(mode) || DEDICATED.contains(mode))) {
            call.report(
                    SpecRule.ACCESS_MODE_CONF,
                    "/spark_conf/" + PROFILE,
                    "Spark Conf: `%s` is not allowed when choosing an access mode".formatted(PROFILE),
                    "Remove it, or remove [data_security_mode].");
        }
        if (!call.lacks("single_user_name") && !DEDICATED.contains(mode)) {
            call.report(
                    SpecRule.SINGLE_USER_NAME,
                    "/single_user_name",
                    "Field [single_user_name] has a meaning only with the access mode [SINGLE_USER].",
                    "");
        }
        for (String field : new String[] {"is_single_node", "use_ml_runtime"}) {
            if (!call.lacks(field) && call.lacks("kind")) {
                call.report(
                        SpecRule.KIND,
                        "/" + field,
                        "Field [%s] can only be given together with [kind].".formatted(field),
                        "Add [\"kind\": \"CLASSIC_PREVIEW\"] or remove it.");
            }
        }
    }
}
