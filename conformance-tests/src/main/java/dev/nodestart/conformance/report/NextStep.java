package dev.nodestart.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.model.Launch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the recording is, and the command to try next. */
final class NextStep {

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./:@=,+-]+");

    /** Nobody pastes more than that. */
    private static final int LONGEST = 2_000;

    private static final Set<String> SINGLE_NODE = Set.of("spark.databricks.cluster.profile", "spark.master");

    private NextStep() {}

    static void print(VerifyResult result, Page page) {
        page.heading("Next");
        page.line("  Recording  " + result.launch().recording());
        Optional<String> launch = launchCommand(result.launch());
        switch (result.verdict()) {
            case WORKS, DEGRADED -> {
                page.line("  Keep it    " + launch.orElse("the same with [launch --detach] in place of [verify]"));
                page.line("  Try it     nodestart exec --python '1 + 1'    nodestart shell    nodestart stop --all");
            }
            case DOES_NOT_BOOT -> {
                // before there is a container, there is nothing to look into
                if (!result.launch().nodes().isEmpty()) {
                    page.line("  Look in    "
                            + launch.map(command -> command.replace(" --detach", " --keep"))
                                    .orElse("the same with [--keep]"));
                    page.line("             nodestart shell");
                }
                page.line("  Again      nodestart report "
                        + quoted(result.launch().recording().toString()));
            }
            case INCONCLUSIVE -> page.line("  Look at    nodestart doctor");
        }
    }

    /** The launch as one command that can be pasted; empty where flags alone would not say the same. */
    private static Optional<String> launchCommand(Launch launch) {
        JsonNode spec = launch.spec();
        if (!spec.path("init_scripts").isEmpty()
                || !spec.path("cluster_log_conf").isEmpty()
                || spec.path("docker_image").has("basic_auth")
                || hasSecrets(spec.path("spark_env_vars"))
                || hasSecrets(spec.path("spark_conf"))) {
            return Optional.empty();
        }
        return LaunchJson.reference(launch)
                .map(image -> launchCommand(launch, spec, image))
                .filter(command -> command.length() <= LONGEST);
    }

    private static String launchCommand(Launch launch, JsonNode spec, String image) {
        StringBuilder command = new StringBuilder("nodestart launch ")
                .append(quoted(image))
                .append(" --dbr ")
                .append(LaunchJson.line(launch));
        long workers = launch.nodes().size() - 1L;
        if (workers > 0) {
            command.append(" --workers ").append(workers);
        }
        flags(command, "--env", spec.path("spark_env_vars"));
        flags(command, "--conf", spec.path("spark_conf"));
        return command.append(" --detach").toString();
    }

    private static boolean hasSecrets(JsonNode values) {
        return values.properties().stream()
                .map(value -> value.getValue().asText())
                .anyMatch(text -> text.contains("{{secrets/") || text.contains("[REDACTED]"));
    }

    private static void flags(StringBuilder command, String flag, JsonNode values) {
        boolean singleNode =
                values.path("spark.databricks.cluster.profile").asText().equals("singleNode");
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            // what a launch without workers sets by itself
            if (singleNode && SINGLE_NODE.contains(value.getKey())) {
                continue;
            }
            command.append(' ')
                    .append(flag)
                    .append(' ')
                    .append(quoted(value.getKey() + "=" + value.getValue().asText()));
        }
    }

    /** Quoted for a POSIX shell where that is needed. */
    static String quoted(String word) {
        return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
