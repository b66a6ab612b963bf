package dev.nodestart.emulator.diagnosis;

import static dev.nodestart.emulator.diagnosis.Launches.container;
import static dev.nodestart.emulator.diagnosis.Launches.failed;
import static dev.nodestart.emulator.diagnosis.Launches.image;
import static dev.nodestart.emulator.diagnosis.Launches.running;

import dev.nodestart.emulator.diagnosis.KnownCases.Case;
import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What damaged programs, settings of the image and scripts leave behind, word for word as images of the corpus did. */
final class KnownSettingsCases {
    private static final String DRIVER = "Spark error: Driver down cause: driver state change (exit code: 1)";
    private static final String SCRIPT = "Cluster scoped init script /Shared/setup.sh failed: ";
    private static final String INIT = "/databricks/.nodestart/init/00: ";

    private KnownSettingsCases() {}

    static Stream<Case> all() {
        return Stream.of(programs(), folders(), scripts(), later()).flatMap(cases -> cases);
    }

    private static Stream<Case> programs() {
        return Stream.of(
                spark(
                        "DCS-F78",
                        "ps: error while loading shared libraries: libproc2.so.0: cannot open shared object file: No such"
                                + " file or directory"),
                spark(
                        "DCS-F78",
                        "/usr/lib/jvm/java-17-openjdk-amd64/bin/java: error while loading shared libraries:"
                                + " /opt/lib/libz.so.1: file too short"),
                new Case(
                        "DCS-F78",
                        container("The container ended at once: exit code: 127"),
                        List.of("/bin/sh: symbol lookup error: /opt/lib/agent.so: undefined symbol: PyExc_ValueError")),
                spark(
                        "DCS-F78",
                        "ip: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by ip)"),
                spark(
                        "DCS-F79",
                        "The Java [/usr/local/bin/java] tells no version: it is no JVM, or not a whole one.",
                        "license server not reachable"),
                spark("DCS-F79", "Error occurred during initialization of VM", "Failed setting boot class path."),
                spark(
                        "DCS-F79",
                        "JNAME [zulu17] names a Java that cannot be run: [/usr/lib/jvm/zulu17/bin/java] is a link to"
                                + " nothing, or not executable."),
                spark(
                        "DCS-F80",
                        "Picked up _JAVA_OPTIONS: -XX:+UseConcMarkSweepGC",
                        "Unrecognized VM option 'UseConcMarkSweepGC'",
                        "Error: Could not create the Java Virtual Machine."),
                spark(
                        "DCS-F80",
                        "NOTE: Picked up JDK_JAVA_OPTIONS: -javaagent:/opt/agent/agent.jar",
                        "Error opening zip file or JAR manifest missing : /opt/agent/agent.jar"),
                new Case(
                        "DCS-F81",
                        running("15.4"),
                        List.of(
                                "PYTHON-001: The first Python cell failed: ModuleNotFoundError: No module named 'stack_data'",
                                "ModuleNotFoundError: No module named 'stack_data'")),
                spark(
                        "DCS-F78",
                        "Error: failed /usr/lib/jvm/java-17-openjdk-amd64/lib/server/libjvm.so, because"
                                + " /opt/conda/lib/libstdc++.so.6: file too short"),
                spark(
                        "DCS-F107",
                        "sudo: you do not exist in the passwd database",
                        "Missing: files in [passwd: sss] of [/etc/nsswitch.conf]"),
                spark("DCS-F108", "sudo: /etc/sudoers is world writable"),
                spark("DCS-F108", "sudo: /etc/sudoers is owned by uid 1000, should be 0"),
                spark("DCS-F108", "sudo: /usr/bin/sudo must be owned by uid 0 and have the setuid bit set"),
                spark(
                        "DCS-F119",
                        "java.io.IOException: Cannot run program \"virtualenv\" (in directory"
                                + " \"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2, No such file or directory",
                        "Spec conf: [spark.databricks.driverNfs.enabled=flase]"),
                spark("DCS-F114", "/usr/bin/sudo: 2: exec: -E: not found"),
                spark(
                        "DCS-F115",
                        "sudo: PAM account management error: Permission denied",
                        "sudo: a password is required"),
                new Case(
                        "DCS-F109",
                        running("15.4"),
                        List.of(
                                "PYTHON-010: The kernel of DBR 15.4 imports [ipykernel], and that fails.",
                                "Hides Python's own module [logging]: [/app/logging.py]",
                                "import ipykernel: AttributeError: module 'logging' has no attribute 'getLogger'")),
                new Case(
                        "DCS-F110",
                        running("15.4"),
                        List.of(
                                "PIP-002: A notebook cannot install a wheel: No module named 'nodestart_notebook'",
                                "Steers pip: [/etc/pip.conf: target = /opt/packages]")),
                new Case(
                        "DCS-F111",
                        running("15.4"),
                        List.of(
                                "PIP-001: pip of the root environment does not run.",
                                "File contains no section headers.",
                                "file: '/etc/pip.conf', line: 1")),
                new Case(
                        "DCS-F112",
                        running("15.4"),
                        List.of("DBFS-001: /dbfs cannot be mounted: the image has a file there.")),
                new Case(
                        "DCS-F113",
                        running("15.4"),
                        List.of("LIBRARIES-002: A cluster library could not be installed: the step [pip] failed: sudo:"
                                + " unable to execute /databricks/python/bin/pip: Permission denied.")),
                spark("DCS-F103", "sudo: you do not exist in the passwd database"),
                spark("DCS-F104", "Could not reserve enough space for 151552KB object heap"),
                spark(
                        "DCS-F105",
                        "java.io.IOException: virtualenv (in directory \"/x\") exited with code 1: Could not find platform"
                                + " independent libraries <prefix>",
                        "PYTHONHOME = (not set)",
                        "stdlib dir = '/usr/lib/python3.11'"),
                spark(
                        "DCS-F106",
                        "Cannot run program \"virtualenv\" (in directory \"/x\"): error=2, No such file or directory",
                        "Missing: interpreter [/usr/bin/python3] of [virtualenv]",
                        "Missing: python [/databricks/python3/bin/python3]"),
                spark(
                        "DCS-F82",
                        "Could not find platform independent libraries <prefix>",
                        "PYTHONHOME = '/opt/python3.9'",
                        "Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding"),
                new Case(
                        "DCS-F83",
                        failed(
                                "15.4",
                                Stage.START_CONTAINER,
                                "CONTAINER_LAUNCH_FAILURE",
                                "Could not mkdir in container: /databricks/.nodestart/folders.sh: 2: mkdir: not found",
                                Optional.of(image("linux/amd64", "", Map.of("PATH", "/opt/application/bin")))),
                        List.of()),
                new Case(
                        "DCS-F84",
                        failed(
                                "15.4",
                                Stage.START_SPARK,
                                "SPARK_STARTUP_FAILURE",
                                "Spark failed to start: master: ",
                                Optional.of(image("linux/amd64", "", Map.of("BASH_ENV", "/opt/env.sh")))),
                        List.of()),
                new Case(
                        "DCS-F99",
                        running("15.4"),
                        List.of(
                                "java.lang.Exception: virtualenv (in directory \"/local_disk0/.ephemeral_nfs/envs\") exited"
                                        + " with code 1: RuntimeError: failed to query /databricks/python3/bin/python3 with code"
                                        + " 3 err: 'no licence found'")));
    }

    private static Stream<Case> folders() {
        String copied = "The Databricks Runtime could not be copied into the container: ";
        return Stream.of(
                new Case("DCS-F85", container(copied + "extraction point is not a directory"), List.of()),
                new Case(
                        "DCS-F85",
                        container("Could not mkdir in container: mkdir: cannot create directory '/local_disk0': File"
                                + " exists"),
                        List.of()),
                new Case(
                        "DCS-F86",
                        container("Could not mkdir in container: mkdir: cannot create directory '/local_disk0/tmp':"
                                + " Read-only file system"),
                        List.of()),
                new Case(
                        "DCS-F87",
                        failed(
                                "15.4",
                                Stage.START_SPARK,
                                "SPARK_STARTUP_FAILURE",
                                "Spark failed to start: worker on 10.139.64.5: gmond: configuration not found"),
                        List.of("Kept of the image: [/databricks/spark/scripts/start_spark_slave.sh]")),
                new Case(
                        "DCS-F88",
                        running("15.4"),
                        List.of("Image entrypoint: [/opt/setup.sh]", "ModuleNotFoundError: No module named 'pandas'")));
    }

    private static Stream<Case> scripts() {
        return Stream.of(
                script(
                        "DCS-F47",
                        "setsid: failed to execute /databricks/.nodestart/init/00: No such file or directory",
                        "The first line of the init script [/Shared/setup.sh] is [#!/bin/bash\\r]."),
                script(
                        "DCS-F48",
                        "setsid: failed to execute /databricks/.nodestart/init/00: No such file or directory",
                        "The first line of the init script [/Shared/setup.sh] is [#!/bin/zsh]."),
                script("DCS-F89", INIT + "2: [[: not found", INIT + "3: source: not found"),
                script("DCS-F89", INIT + "1: set: Illegal option -o pipefail"),
                script("DCS-F90", INIT + "line 4: syntax error: unexpected end of file"),
                script("DCS-F91", "curl: (6) Could not resolve host: packages.corpus.invalid"),
                script("DCS-F91", "curl: (22) The requested URL returned error: 403"),
                script(
                        "DCS-F92",
                        "ERROR: Could not find a version that satisfies the requirement company-tools==1.2",
                        "ERROR: No matching distribution found for company-tools==1.2"),
                script("DCS-F93", INIT + "line 3: /opt/helper.sh: Permission denied"),
                script("DCS-F94", "cp: cannot stat '/dbfs/FileStore/company.crt': No such file or directory"),
                script("DCS-F95", INIT + "line 3: COMPANY_TOKEN: unbound variable"),
                script("DCS-F96", "head: write error: No space left on device"),
                new Case(
                        "DCS-F97",
                        failed(
                                "15.4",
                                Stage.INIT_SCRIPTS,
                                "INIT_SCRIPT_FAILURE",
                                SCRIPT + "The container ended while the script ran (exit code: 137)"),
                        List.of()),
                script(
                        "DCS-F91",
                        "W: Failed to fetch http://mirror.corp.invalid/debian/InRelease  Could not resolve"
                                + " 'mirror.corp.invalid'",
                        "E: Unable to locate package jq"),
                script(
                        "DCS-F117",
                        "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError'",
                        "ERROR: No matching distribution found for company-tools==1.2"),
                script(
                        "DCS-F116",
                        "The init script [/Shared/setup.sh] ended on [driver] with status 1 and without a word of its"
                                + " own, after line 3 [grep -q proxy /etc/hosts]."),
                script(
                        "DCS-F118",
                        INIT + "2: Syntax error: newline unexpected",
                        "The init script [/Shared/setup.sh] begins with [<!DOCTYPE html>], not with #!."),
                script(
                        "DCS-F120",
                        "bash: line 1: /databricks/.nodestart/init/00: cannot execute binary file: Exec format error",
                        "The init script [/Shared/setup.sh] begins with [a byte order mark of UTF-16], not with #!."),
                script(
                        "DCS-F120",
                        "bash: line 1: /databricks/.nodestart/init/00: cannot execute binary file: Exec format error",
                        "The init script [/Shared/setup.sh] begins with [#?!?/?b?i?n?/?b?a?s?h?], not with #!."),
                script(
                        "DCS-F121",
                        INIT + "line 3: /usr/local/bin/agent: cannot execute binary file: Exec format error"),
                script("DCS-F53", "cron: unrecognized service"),
                script(
                        "DCS-F101",
                        "mktemp: failed to create file via template ‘/scratch/tmp.XXXXXXXXXX’: No such file or directory"),
                script("DCS-F102", INIT + "line 3: fg: no job control"),
                script("DCS-F100", "E: Unable to locate package libpostal-dev"),
                script("DCS-F101", "cp: cannot stat '/opt/company/company.conf': No such file or directory"),
                script("DCS-F101", INIT + "line 3: cd: /opt/company: No such file or directory"),
                script("DCS-F98", INIT + "1: \uFEFF#!/bin/bash: not found", INIT + "3: [[: not found"));
    }

    /** What a failed node lacks beside what ended it is named whatever the stage. */
    private static Stream<Case> later() {
        return Stream.of(
                        "DCS-F01 virtualenv",
                        "DCS-F17 ps",
                        "DCS-F18 ip",
                        "DCS-F46 sudo",
                        "DCS-F68 java",
                        "DCS-F69 bash")
                .map(pair -> pair.split(" ", 2))
                .map(pair -> new Case(
                        pair[0],
                        failed("15.4", Stage.INIT_SCRIPTS, "INIT_SCRIPT_FAILURE", "what nobody has seen"),
                        List.of("Missing: command [" + pair[1] + "]")));
    }

    private static Case spark(String id, String... evidence) {
        return new Case(id, failed("15.4", Stage.START_SPARK, "SPARK_ERROR", DRIVER), List.of(evidence));
    }

    private static Case script(String id, String... evidence) {
        return new Case(
                id,
                failed("15.4", Stage.INIT_SCRIPTS, "INIT_SCRIPT_FAILURE", SCRIPT + "Script exit status is non-zero"),
                List.of(evidence));
    }
}
