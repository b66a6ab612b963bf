package dev.nodestart.emulator.diagnosis;

import static dev.nodestart.emulator.diagnosis.Launches.failed;
import static dev.nodestart.emulator.diagnosis.Launches.image;
import static dev.nodestart.emulator.diagnosis.Launches.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cause that a launch can show, with the texts that it really leaves behind. */
class KnownCausesTests {
    private static final String PULL = "DOCKER_IMAGE_PULL_FAILURE";
    private static final String SPARK = "SPARK_ERROR";
    private static final String INIT = "INIT_SCRIPT_FAILURE";

    private final Diagnoser diagnoser = new Diagnoser(Catalogue.builtIn());

    record Case(String id, Launch launch, List<String> evidence) {
        @Override
        public String toString() {
            return id + " " + evidence;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void diagnoseGivesTheCauseFirst(Case known) {
        List<Diagnosis> causes = diagnoser.diagnose(known.launch, known.evidence);
        assertThat(causes).extracting(Diagnosis::id).startsWith(known.id);
        assertThat(causes.get(0).cause()).doesNotContain("{");
    }

    @Test
    void everyCauseThatALaunchShowsHasACase() {
        List<String> covered = cases().map(Case::id).toList();
        assertThat(Catalogue.builtIn().causes())
                .filteredOn(cause -> cause.detectable() == Cause.Detectable.LAUNCH)
                .extracting(Cause::id)
                .allSatisfy(id -> assertThat(covered).contains(id));
    }

    static Stream<Case> cases() {
        return Stream.of(boot(), cells(), images(), pulls(), scripts()).flatMap(cases -> cases);
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
                spark("DCS-F71", "/databricks/spark/scripts/start_driver.sh: line 4: mkdir: command not found"),
                spark(
                        "DCS-F72",
                        "/databricks/spark/conf/spark-env.sh: line 18: unexpected EOF while looking for"
                                + " matching `''"),
                spark("DCS-F73", "sudo: /etc/sudoers is world writable", "sudo: no valid sudoers sources found"),
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

    private static Stream<Case> images() {
        return Stream.of(
                new Case(
                        "DCS-F10",
                        failed(
                                "15.4",
                                Stage.START_CONTAINER,
                                "CONTAINER_LAUNCH_FAILURE",
                                "Failed to launch spark container on instance i-1. Exception: Container setup has"
                                        + " timed out"),
                        List.of()),
                pull(
                        "DCS-F12",
                        "DOCKER_IMAGE_TOO_LARGE_FOR_INSTANCE_EXCEPTION",
                        "Image [acme/image:1] has [41.0 GB] and the node's disk [28.0 GB]."),
                pull(
                        "DCS-F14",
                        "DOCKER_INVALID_OS_EXCEPTION",
                        "image operating system \"windows\" cannot be used on this platform"),
                new Case(
                        "DCS-F15",
                        failed(
                                "15.4",
                                Stage.CREATE_CONTAINER,
                                "DOCKER_CONTAINER_CREATION_EXCEPTION",
                                "Bad response from engine"),
                        List.of()),
                new Case(
                        "DCS-F16",
                        failed(
                                "15.4",
                                Stage.INJECT_RUNTIME,
                                "CONTAINER_LAUNCH_FAILURE",
                                "Failed to launch spark container on instance i-1. Exception: Could not add container"
                                        + " for 1 with address 10.0.0.2. Could not mkdir in container",
                                Optional.of(image("linux/amd64", "1000", Map.of()))),
                        List.of()),
                new Case(
                        "DCS-F19",
                        failed(
                                "15.4",
                                Stage.START_CONTAINER,
                                "CONTAINER_LAUNCH_FAILURE",
                                "exec /bin/sh: exec format error",
                                Optional.of(image("linux/arm64", "", Map.of()))),
                        List.of()),
                pull(
                        "DCS-F19",
                        "DOCKER_INVALID_OS_EXCEPTION",
                        "Image [acme/image:1] is for [linux/arm64], and a node needs [linux/amd64]."),
                new Case(
                        "DCS-F45",
                        failed(
                                "15.4",
                                Stage.START_CONTAINER,
                                "CONTAINER_LAUNCH_FAILURE",
                                "OCI runtime create failed: container_linux.go:380: starting container process caused:"
                                        + " exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown"),
                        List.of()));
    }

    private static Stream<Case> pulls() {
        return Stream.of(
                pull("DCS-F13", PULL, "something new"),
                pull("DCS-F54", PULL, "Get https://reg/v2/: unauthorized: authentication required"),
                pull(
                        "DCS-F55",
                        PULL,
                        "pull access denied for acme/image, repository does not exist or may require"
                                + " 'docker login': denied: requested access to the resource is denied"),
                pull(
                        "DCS-F56",
                        PULL,
                        "manifest for localhost:5000/image:nope not found: manifest unknown: manifest" + " unknown"),
                pull("DCS-F57", PULL, "toomanyrequests: You have reached your pull rate limit."),
                pull("DCS-F58", PULL, "received unexpected HTTP status: 503 Service Unavailable"),
                pull(
                        "DCS-F59",
                        PULL,
                        "Get https://nope.invalid/v2/: dial tcp: lookup nope.invalid on 10.0.0.1:53: no"
                                + " such host"),
                pull(
                        "DCS-F60",
                        PULL,
                        "Get http://localhost:5999/v2/: dial tcp 127.0.0.1:5999: connect: connection" + " refused"),
                pull("DCS-F61", PULL, "Get https://reg/v2/: x509: certificate signed by unknown authority"),
                pull("DCS-F62", PULL, "http: server gave HTTP response to HTTPS client"),
                pull("DCS-F63", PULL, "The transfer of [acme/image:1] from registry [reg] stands still."),
                pull("DCS-F63", PULL, "net/http: TLS handshake timeout"),
                pull("DCS-F64", PULL, "filesystem layer verification failed for digest sha256:00"),
                pull("DCS-F64", PULL, "unexpected EOF"),
                pull("DCS-F65", PULL, "write /var/lib/docker/tmp/GetImageBlob1: no space left on device"),
                pull("DCS-F66", PULL, "invalid reference format: repository name must be lowercase"),
                pull("DCS-F67", PULL, "unsupported media type application/vnd.cncf.helm.config.v1+json"));
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
                script(
                        "DCS-F47",
                        "workspace:/a.sh " + failed,
                        "setsid: failed to execute /databricks/.nodestart/init/00: No such file or directory"),
                script("DCS-F48", "workspace:/a.sh " + failed, "env: ‘python2’: No such file or directory"),
                script("DCS-F49", "workspace:/a.sh " + failed, "E: Unable to locate package nope"),
                script("DCS-F50", "workspace:/a.sh failed: Script was stopped after its time limit of 60 seconds"),
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

    private static Case pull(String id, String code, String message) {
        return new Case(id, failed("15.4", Stage.PULL_IMAGE, code, message), List.of());
    }

    private static Case script(String id, String message, String... evidence) {
        return new Case(
                id,
                failed("15.4", Stage.INIT_SCRIPTS, INIT, "Cluster scoped init script " + message),
                List.of(evidence));
    }
}
