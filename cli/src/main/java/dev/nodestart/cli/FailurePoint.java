package dev.nodestart.cli;

import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a launch failed, and what was run there.
 *
 * @param stage the stage
 * @param node the node that failed first; the driver where no node was reached
 * @param why the message
 * @param command the stage's own command, empty where it has none that a node runs
 */
record FailurePoint(Stage stage, String node, String why, Optional<String> command) {

    /** Empty for a launch in which no stage went wrong. */
    static Optional<FailurePoint> of(Launch launch) {
        return launch.stages().stream()
                .filter(run -> run.outcome() == StageOutcome.FAILED || run.outcome() == StageOutcome.ERROR)
                .findFirst()
                .map(run -> of(launch, run));
    }

    private static FailurePoint of(Launch launch, StageRun run) {
        String node = launch.nodes().stream().map(NodeInfo::name).anyMatch(run.node()::equals) ? run.node() : "driver";
        String why = run.detail().isEmpty()
                ? launch.stateMessage().or(launch::trouble).orElse("")
                : run.detail();
        return new FailurePoint(run.stage(), node, why, command(launch, run, node));
    }

    private static Optional<String> command(Launch launch, StageRun run, String node) {
        return switch (run.stage()) {
            case INJECT_RUNTIME, START_CONTAINER ->
                Optional.of(asUser(launch) + "/bin/sh /databricks/.nodestart/folders.sh");
            case INIT_SCRIPTS -> script(launch, node);
            case START_SPARK -> Optional.of(spark(run.detail(), node));
            default -> Optional.empty();
        };
    }

    /** The folders are made as the image's own user (dcs.md F16). */
    private static String asUser(Launch launch) {
        String user = launch.image().map(ImageInfo::user).orElse("");
        return user.isEmpty() || user.equals("root") || user.equals("0") || user.startsWith("0:")
                ? ""
                : "chroot --userspec='" + user + "' / ";
    }

    /** Scripts lie in the node under their numbers, in the order in which they run. */
    private static Optional<String> script(Launch launch, String node) {
        List<InitScriptRun> scripts = launch.initScripts().stream()
                .filter(script -> script.node().equals(node))
                .toList();
        for (int i = 0; i < scripts.size(); i++) {
            if (scripts.get(i).status() == InitScriptStatus.FAILED_EXECUTION) {
                return Optional.of(String.format(Locale.ROOT, "/databricks/.nodestart/init/%02d", i));
            }
        }
        return Optional.empty();
    }

    private static String spark(String detail, String node) {
        if (!node.equals("driver")) {
            return "bash /databricks/spark/scripts/start_spark_slave.sh $(cat /tmp/slave-params)";
        }
        return detail.toLowerCase(Locale.ROOT).contains("master")
                ? "bash /databricks/spark/scripts/start_spark_master.sh"
                : "sudo -E PATH=\"$PATH\" bash /databricks/spark/scripts/start_driver.sh /tmp/driver-env.sh";
    }

    /** The script that runs the command as the node did; the shell that runs the script need not be the image's. */
    String rerun(String shell) {
        return """
                #!%s
                # What the stage [%s] ran when it failed.
                set -a
                . /databricks/.nodestart/launch.conf
                . /databricks/.nodestart/node.env
                DB_HOME=/databricks
                DATABRICKS_ROOT_VIRTUALENV_ENV=$NS_PYTHON_ROOT
                set +a
                cd /
                echo '+ %s' >&2
                exec %s
                """.formatted(
                shell, stage.reportName(), command.orElse("true").replace("'", "'\\''"), command.orElse("true"));
    }
}
