package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Environment variables and secret references (clusters-api.md §1, dcs.md §4.6). */
final class EnvironmentRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SPACED = Pattern.compile("\\{\\{\\s*secrets/[^{}]*}}");
    private static final Pattern SECRET = Pattern.compile("\\{\\{secrets/[\\w@.-]+/[\\w@.-]+}}");
    /** In bytes, with the name and the NUL that ends it: Linux starts no program with a longer one (MAX_ARG_STRLEN). */
    private static final int LONGEST = 32 * 4096;

    private static final Set<String> FIXED = Set.of(
            "DB_CLUSTER_ID",
            "DB_CONTAINER_IP",
            "DB_IS_DRIVER",
            "DB_DRIVER_IP",
            "DB_INSTANCE_TYPE",
            "DB_CLUSTER_NAME",
            "DB_IS_JOB_CLUSTER");

    private EnvironmentRules() {}

    static void check(RuleInput call) {
        call.kept().path("spark_env_vars").properties().forEach(entry -> {
            String place = Pointers.child("/spark_env_vars", entry.getKey());
            variable(call, entry.getKey(), entry.getValue().asText(), place);
            secret(call, entry.getKey(), entry.getValue(), place);
        });
        call.kept()
                .path("spark_conf")
                .properties()
                .forEach(entry ->
                        secret(call, entry.getKey(), entry.getValue(), Pointers.child("/spark_conf", entry.getKey())));
        call.kept()
                .path("docker_image")
                .path("basic_auth")
                .properties()
                .forEach(entry ->
                        secret(call, entry.getKey(), entry.getValue(), "/docker_image/basic_auth/" + entry.getKey()));
    }

    private static void variable(RuleInput call, String name, String value, String place) {
        if (FIXED.contains(name)) {
            String message = "Variable [%s] is set by the platform and cannot be overridden.".formatted(name);
            call.report(SpecRule.ENV_VAR, place, message, "Choose another name.");
        } else if (!NAME.matcher(name).matches()) {
            String message = "Name [%s] is not one that a shell can export.".formatted(name);
            call.report(SpecRule.ENV_VAR, place, message, "Use letters, digits and underscores.");
        }
        int bytes = (name + "=" + value).getBytes(StandardCharsets.UTF_8).length + 1;
        if (bytes > LONGEST) {
            call.report(
                    SpecRule.ENV_VAR,
                    place,
                    "Variable [%s] takes %d bytes, and Linux starts no program with one of more than %d."
                            .formatted(name, bytes, LONGEST),
                    "Put the text into a file of the image, and its path into the variable.");
        }
        if (value.contains("'")) {
            // Exported as export X='Y', without escaping (clusters-api.md §1).
            call.report(
                    SpecRule.ENV_VAR,
                    place,
                    "The value of variable [%s] holds an apostrophe, which ends its quotes in the start script."
                            .formatted(name),
                    "Leave the apostrophe out.");
        }
    }

    private static void secret(RuleInput call, String name, JsonNode value, String place) {
        String text = value.asText();
        if (SPACED.matcher(text).find() && !SECRET.matcher(text).find()) {
            call.report(
                    SpecRule.SECRET_FORM,
                    place,
                    "The value of [%s] looks like a secret reference, but does not have its form.".formatted(name),
                    "Write [{{secrets/scope/key}}] without blanks.");
        }
    }
}
