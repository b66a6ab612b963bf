package dev.nodestart.emulator.diagnosis;

import static dev.nodestart.emulator.diagnosis.Launches.failed;
import static dev.nodestart.emulator.diagnosis.Launches.image;
import static dev.nodestart.emulator.diagnosis.Launches.running;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each cause that a launch can show really leaves behind. */
final class KnownCases {
    private static final String SPARK = "SPARK_ERROR";
    private static final String INIT = "INIT_SCRIPT_FAILURE";

    private KnownCases() {}

    record Case(String id, Launch launch, List<String> evidence) {
        @Override
        public String toString() {
            return id + " " + evidence;
        }
    }

    static Stream<Case> all() {
        return Stream.of(
                        boot(),
                        cells(),
                        scripts(),
                        KnownImageCases.all(),
                        KnownSettingsCases.all(),
                        KnownSurprises.all())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> boot() {
        return Stream.of(
                driverDown(
                        "DCS-F01",
                        "java.io.IOException: Cannot run program \"virtualenv\" (in directory"
                                + " \"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2, No such file or"
                                + " directory"),
                driverDown("DCS-F02", "driver state change (exit code: 10)"),
                new Case(
                        "DCS-F03",
                        failed(
                                "12.2",
                                Stage.START_SPARK,
                                SPARK,
                                "Spark error: Driver down cause: driver state change",
                                Optional.of(
                                        image("linux/amd64", "", Map.of("DATABRICKS_ROOT_CONDA_ENV", "dcs-minimal")))),
                        List.of()),
                new Case(
                        "DCS-F11",
                        failed(
                                "15.4",
                                Stage.START_SPARK,
                                "SPARK_STARTUP_FAILURE",
                                "Spark failed to start: Timed out after 60 seconds"),
                        List.of()),
                spark("DCS-F17", "/databricks/spark/sbin/spark-daemon.sh: line 41: ps: command not found"),
                spark("DCS-F17", "ps: invalid option -- 'p'"),
                spark(
                        "DCS-F17",
                        "failed to launch: org.apache.spark.deploy.master.Master: the command [ps] (package procps) did"
                                + " not find it."),
                spark("DCS-F18", "The driver needs the command [ip] (package iproute2) to find its address."),
                spark("DCS-F18", "/databricks/spark/scripts/start_driver.sh: line 9: ip: command not found"),
                spark(
                        "DCS-F20",
                        "Error: A JNI error has occurred",
                        "Exception in thread \"main\""
                                + " java.lang.UnsupportedClassVersionError: dev/nodestart/gate/Java17 has been compiled by a"
                                + " more recent version of the Java Runtime (class file version 61.0), this version of the"
                                + " Java Runtime only recognizes class file versions up to 52.0"),
                spark(
                        "DCS-F20",
                        "Unrecognized VM option 'PrintGCDateStamps'",
                        "Error: Could not create the Java" + " Virtual Machine."),
                spark("DCS-F20", "Unrecognized option: --add-opens=java.base/java.lang=ALL-UNNAMED"),
                driverDown("DCS-F41", "driver state change (exit code: 137)"),
                spark(
                        "DCS-F44",
                        "JNAME [zulu17-ca-amd64] names no Java under /usr/lib/jvm; there are [java-17-openjdk-amd64]."),
                spark("DCS-F46", "/databricks/.nodestart/node.sh: 203: sudo: not found"),
                spark("DCS-F46", "bash: line 1: sudo: command not found"),
                spark("DCS-F68", "/databricks/spark/scripts/start_driver.sh: line 30: java: command not found"),
                spark("DCS-F69", "/databricks/.nodestart/node.sh: 203: bash: not found"),
                spark("DCS-F69", "sudo: /bin/bash: No such file or directory"),
                spark("DCS-F69", "bash: applet not found"),
                spark("DCS-F71", "/databricks/spark/scripts/start_driver.sh: line 4: mkdir: command not found"),
                spark(
                        "DCS-F72",
                        "/databricks/spark/conf/spark-env.sh: line 18: unexpected EOF while looking for"
                                + " matching `''"),
                spark("DCS-F73", "root is not in the sudoers file.", "sudo: no valid sudoers sources found"),
                driverDown(
                        "DCS-F74",
                        "java.io.IOException: virtualenv (in directory"
                                + " \"/local_disk0/.ephemeral_nfs/cluster_libraries\") exited with code 1: boom"));
    }

    private static Stream<Case> cells() {
        String repl = "Failure starting repl. Try detaching and re-attaching the notebook.";
        return Stream.of(
                cell(
                        "DCS-F04",
                        "10.4",
                        "java.lang.Exception: Cannot run program \"virtualenv\" (in directory"
                                + " \"/local_disk0/pythonVirtualEnvDirs\"): error=2, No such file or directory"),
                cell("DCS-F05", "13.3", repl, "ModuleNotFoundError: No module named 'google'"),
                cell("DCS-F05", "15.4", repl, "ModuleNotFoundError: No module named 'google.protobuf'"),
                cell("DCS-F06", "15.4", repl, "/databricks/python3/bin/python3: No module named ipykernel"),
                cell("DCS-F06", "10.4", repl, "ModuleNotFoundError: No module named 'IPython'"),
                cell(
                        "DCS-F08",
                        "10.4",
                        "Cannot run program \"/local_disk0/pythonVirtualEnvDirs/virtualEnv-1/bin/python\""
                                + ": error=2, No such file or directory"),
                cell(
                        "DCS-F09",
                        "11.3",
                        "python kernel is not defined. The kernel may be restarting or the repl may have"
                                + " been shut down"),
                cell("DCS-F25", "15.4", "Error in library(hwriterPlus) : there is no package called ‘hwriterPlus’"),
                cell("DCS-F33", "15.4", repl, "TypeError: Descriptors cannot be created directly."),
                cell("DCS-F34", "15.4", repl, "ModuleNotFoundError: No module named 'pyccolo'"),
                cell(
                        "DCS-F70",
                        "15.4",
                        "java.io.IOException: Cannot run program \"/databricks/python3/bin/python3\":"
                                + " error=2, No such file or directory"),
                cell("DCS-F70", "15.4", "bash: /databricks/python/bin/python: No such file or directory"),
                cell(
                        "DCS-F70",
                        "15.4",
                        "java.lang.Exception: virtualenv (in directory \"/local_disk0/.ephemeral_nfs/envs\") exited with"
                                + " code 1: RuntimeError: failed to find interpreter for Builtin discover of"
                                + " python_spec='/databricks/python3/bin/python3'"),
                cell("DCS-F09", "15.4", "java.lang.Exception: Unable to start Python kernel (exit code 1). boom"),
                cell("DCS-F76", "15.4", "Cannot run program \"R\": error=2, No such file or directory"));
    }

    private static Stream<Case> scripts() {
        String failed = "failed: Script exit status is non-zero";
        return Stream.of(
                script("DCS-F47", "workspace:/a.sh " + failed, "/usr/bin/env: 'bash\\r': No such file or directory"),
                script("DCS-F47", "workspace:/a.sh " + failed, "a.sh: line 2: $'\\r': command not found"),
                script(
                        "DCS-F48",
                        "workspace:/a.sh " + failed,
                        "/bin/sh: 1: a.sh: /bin/zsh: bad interpreter: No such file" + " or directory"),
                script("DCS-F48", "workspace:/a.sh " + failed, "env: ‘python2’: No such file or directory"),
                script(
                        "DCS-F49",
                        "workspace:/a.sh " + failed,
                        "tar: Exiting with failure status due to previous errors"),
                script("DCS-F50", "workspace:/a.sh failed: Script was stopped after its limit of 60 seconds"),
                script("DCS-F51", "file:/opt/b.sh failed: file:/opt/b.sh: No such file or directory"),
                script("DCS-F52", "s3://bucket/c.sh failed: s3://bucket/c.sh: No such file or directory"),
                script(
                        "DCS-F53",
                        "workspace:/a.sh " + failed,
                        "/databricks/.nodestart/init/00: line 3: curl: command not" + " found"),
                script("DCS-F53", "workspace:/a.sh " + failed, "/databricks/.nodestart/init/00: 3: curl: not found"));
    }

    private static Case driverDown(String id, String cause) {
        return new Case(
                id, failed("15.4", Stage.START_SPARK, SPARK, "Spark error: Driver down cause: " + cause), List.of());
    }

    private static Case spark(String id, String... evidence) {
        return new Case(
                id,
                failed(
                        "15.4",
                        Stage.START_SPARK,
                        SPARK,
                        "Spark error: Driver down cause: driver state change (exit code: 1)"),
                List.of(evidence));
    }

    private static Case cell(String id, String line, String... evidence) {
        return new Case(id, running(line), List.of(evidence));
    }

    private static Case script(String id, String message, String... evidence) {
        return new Case(
                id,
                failed("15.4", Stage.INIT_SCRIPTS, INIT, "Cluster scoped init script " + message),
                List.of(evidence));
    }
}
