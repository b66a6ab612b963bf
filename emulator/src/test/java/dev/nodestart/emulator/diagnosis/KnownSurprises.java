package dev.nodestart.emulator.diagnosis;

import static dev.nodestart.emulator.diagnosis.Launches.container;
import static dev.nodestart.emulator.diagnosis.Launches.failed;
import static dev.nodestart.emulator.diagnosis.Launches.running;

import dev.nodestart.emulator.diagnosis.KnownCases.Case;
import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.stream.Stream;

/** What images leave behind that nobody had thought of before they were tried (docs/tried-by-hand.md, third round). */
final class KnownSurprises {
    private static final String SCRIPT =
            "Cluster scoped init script /Shared/a.sh failed: Script exit status is non-zero";
    private static final String VIRTUALENV =
            "Spark error: Driver down cause: java.io.IOException: virtualenv (in directory"
                    + " \"/local_disk0/.ephemeral_nfs/cluster_libraries\") exited with code 1: ";

    private KnownSurprises() {}

    static Stream<Case> all() {
        return Stream.of(starts(), cells(), scripts()).flatMap(cases -> cases);
    }

    private static Stream<Case> starts() {
        return Stream.of(
                spark(
                        "DCS-F124",
                        "master: /databricks/spark/bin/load-spark-env.sh: line 4: SPARK_ENV_LOADED: unbound variable",
                        "Image env: [SHELLOPTS=braceexpand:hashall:interactive-comments:errexit:nounset]"),
                spark(
                        "DCS-F73",
                        "driver state change (exit code: 1)",
                        "sudo: sorry, you are not allowed to preserve the environment"),
                spark(
                        "DCS-F125",
                        VIRTUALENV + "FileNotFoundError: [Errno 2] No such file or directory: '/usr/bin/python3.9'",
                        "Image env: [VIRTUALENV_PYTHON=/usr/bin/python3.9]"),
                spark(
                        "DCS-F131",
                        "driver state change (exit code: 1)",
                        "Unrecognized VM option 'PrintGCDateStamps'",
                        "Error: Could not create the Java Virtual Machine.",
                        "Spec conf: [spark.driver.extraJavaOptions=-XX:+PrintGCDateStamps]"),
                spark(
                        "DCS-F138",
                        "Spark failed to start: master:",
                        "Variable [BIG] takes 140005 bytes, and Linux starts no program with one of more than 131072."),
                spark(
                        "DCS-F133",
                        VIRTUALENV + "Traceback (most recent call last):",
                        "ModuleNotFoundError: No module named '_ssl'"),
                spark(
                        "DCS-F79",
                        "driver state change (exit code: 135)",
                        "/databricks/spark/scripts/start_driver.sh: line 41:    35 Bus error               \"$NS_JAVA\""),
                spark(
                        "DCS-F79",
                        "driver state change (exit code: 1)",
                        "Error occurred during initialization of VM",
                        "java/lang/NoClassDefFoundError: java/util/Properties (wrong name: java/lang/ThreadGroup)"),
                spark(
                        "DCS-F134",
                        "master: bash: /databricks/spark/scripts/start_spark_master.sh: No such file or directory"),
                spark(
                        "DCS-F78",
                        "driver state change (exit code: 1)",
                        "sudo: unable to load /usr/libexec/sudo/sudoers.so: libpam.so.0: cannot open shared object file: No"
                                + " such file or directory"),
                spark("DCS-F135", "driver state change (exit code: 1)", "sudo: bash: command not found"),
                new Case(
                        "DCS-F127",
                        container("The container ended at once: exit code: 127"),
                        List.of(
                                "[FATAL tini (7)] exec /bin/sh failed: No such file or directory",
                                "The image has no loader at [/lib64/ld-linux-x86-64.so.2].")),
                new Case(
                        "DCS-F16",
                        container(
                                "Could not mkdir in container: as the image's USER [root:appgroup]: unable to find group"
                                        + " appgroup: no matching entries in group file"),
                        List.of()));
    }

    private static Stream<Case> cells() {
        return Stream.of(
                cell(
                        "DCS-F122",
                        "PYTHON-001: The first Python cell failed: ImportError:"
                                + " /databricks/python3/lib/python3.11/site-packages/psutil/_psutil_linux.abi3.so: file too"
                                + " short"),
                cell(
                        "DCS-F123",
                        "PYTHON-001: The first Python cell failed:",
                        "DeprecationWarning: Jupyter is migrating its paths to use standard platformdirs",
                        "Image env: [PYTHONWARNINGS=error]"),
                cell(
                        "DCS-F126",
                        "JAR-001: The hello job failed: java.lang.InternalError: Error loading java.security file"),
                cell(
                        "DCS-F132",
                        "PIP-001: pip of the root environment does not run.",
                        "The first line of [/databricks/python/bin/pip] is [#!/opt/venv/bin/python]"));
    }

    private static Stream<Case> scripts() {
        return Stream.of(
                script("DCS-F128", "The init script [/Shared/a.sh] has an en dash in line 3 [mkdir –p /opt/a/b]."),
                script(
                        "DCS-F128",
                        "setsid: failed to execute /databricks/.nodestart/init/00: No such file or directory",
                        "The first line of the init script [/Shared/a.sh] is [#!/bin/bash\u00a0].",
                        "The init script [/Shared/a.sh] has a no-break space in line 1 [#!/bin/bash\u00a0]."),
                script("DCS-F129", "sudo: unknown user ubuntu", "sudo: error initializing audit plugin sudoers_audit"),
                script("DCS-F129", "chown: invalid user: ‘spark:spark’"),
                script(
                        "DCS-F129",
                        "su: user etl does not exist or the user entry does not contain all the required fields"),
                script(
                        "DCS-F130",
                        "update-alternatives: error: alternative /usr/lib/jvm/zulu8-ca-amd64/bin/java for java not"
                                + " registered; not setting"),
                script(
                        "DCS-F136",
                        "/databricks/.nodestart/init/00: line 3:    23 Segmentation fault      python3 -c \"import x\""),
                script("DCS-F137", "/usr/bin/python3: No module named yaml_tool"),
                script(
                        "DCS-F101",
                        "tar (child): /opt/agent/agent.tgz: Cannot open: No such file or directory",
                        "tar: Error is not recoverable: exiting now"),
                script(
                        "DCS-F91",
                        "The init script [/Shared/a.sh] ended on [driver] with status 6 and without a word of its own,"
                                + " after line 4 [curl -sf https://artifacts.corp.example/a.tgz -o /opt/a.tgz]."));
    }

    private static Case spark(String id, String message, String... evidence) {
        return new Case(id, failed("15.4", Stage.START_SPARK, "SPARK_ERROR", message), List.of(evidence));
    }

    private static Case cell(String id, String... evidence) {
        return new Case(id, running("15.4"), List.of(evidence));
    }

    private static Case script(String id, String... evidence) {
        return new Case(id, failed("15.4", Stage.INIT_SCRIPTS, "INIT_SCRIPT_FAILURE", SCRIPT), List.of(evidence));
    }
}
