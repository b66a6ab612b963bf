package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Severity;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A jar, a shell command and an R cell, done in the running node. */
final class SessionChecks {

    /** The code of a jar command: the stub's smallest job, which greets. */
    static final String HELLO_JOB = "/databricks/.nodestart/hello-job.jar dev.nodestart.runtime.HelloJob";

    /** What the probe ends with, to see that exit codes come through. */
    static final int PROBE_EXIT_CODE = 7;

    private static final Duration JAR_LIMIT = Duration.ofSeconds(30);
    private static final Duration R_LIMIT = Duration.ofSeconds(60);

    private static final Check JAR = new Check(
            "JAR-001",
            "A jar runs in the driver's JVM",
            "java",
            Severity.MUST,
            Optional.of(Capability.JAR),
            true,
            LineRange.all(),
            "Scala notebooks and JAR jobs run in the driver's JVM, which is the image's own Java.",
            """
                    Install the JDK of the Databricks Runtime line, or choose an installed one with JNAME in spark_env_vars:
                    RUN apt-get update && apt-get install -y openjdk-17-jdk-headless""",
            "Databricks docs, requirements of custom containers; databricks/containers ubuntu/minimal (dcs.md §1.1 row 1, §4.8)");

    private static final Check SHELL = new Check(
            "SHELL-001",
            "A %sh command runs in bash, with its output and exit code",
            "shell",
            Severity.MUST,
            Optional.of(Capability.SHELL),
            true,
            LineRange.all(),
            "%sh cells and the platform's own scripts need bash.",
            "RUN apt-get update && apt-get install -y bash coreutils",
            "Databricks docs, requirements of custom containers (dcs.md §1.1 rows 2 and 4)");

    private static final Check R = new Check(
            "R-001",
            "An R cell runs",
            "r",
            Severity.MUST,
            Optional.of(Capability.R),
            true,
            LineRange.all(),
            "R notebooks run in the image's own R; without it every R cell fails.",
            "RUN apt-get update && apt-get install -y r-base-core",
            "databricks/containers ubuntu/R (dcs.md §1.5, F25)");

    private SessionChecks() {}

    static List<PlatformCheck> all() {
        return List.of(
                new PlatformCheck(JAR, (context, probe) -> jar(context)),
                new PlatformCheck(SHELL, (context, probe) -> shell(probe.get())),
                new PlatformCheck(R, SessionChecks::r));
    }

    private static Finding jar(CheckContext context) {
        CellResult cell = context.driver().run(Language.JAR, HELLO_JOB, JAR_LIMIT);
        return switch (cell.status()) {
            case OK ->
                cell.stdout().startsWith("Hello, ")
                        ? Finding.pass("The hello job ran in the driver's JVM: "
                                + cell.stdout().strip() + ".")
                        : Finding.fail("The hello job ran, but its output got lost.", Cells.evidence(cell));
            case ERROR, FAILED -> Finding.fail("The hello job failed: " + Cells.firstLine(cell), Cells.evidence(cell));
            case TIMEOUT -> Finding.fail(timedOut("The hello job", JAR_LIMIT), Cells.evidence(cell));
        };
    }

    static Finding shell(ProbeRun probe) {
        CellResult cell = probe.cell();
        if (cell.status() == Status.FAILED) {
            return Finding.fail(
                    "The shell session could not be started: " + Cells.lastLine(cell), Cells.evidence(cell));
        }
        if (cell.status() == Status.TIMEOUT) {
            return Finding.fail("A shell command did not end within its limit.", Cells.evidence(cell));
        }
        Optional<String> bash = probe.facts().flatMap(facts -> facts.value("bash"));
        if (probe.facts().isEmpty()) {
            return Finding.fail("A shell command ran, but its output is not complete.", Cells.evidence(cell));
        }
        if (bash.isEmpty()) {
            return Finding.fail("Shell commands run in another shell than bash.", Cells.evidence(cell));
        }
        if (cell.exitCode() != PROBE_EXIT_CODE || !cell.stderr().contains("nodestart-stderr")) {
            return Finding.fail("A shell command's exit code or standard error got lost.", Cells.evidence(cell));
        }
        return Finding.pass("Shell commands run in bash " + bash.get() + ".");
    }

    private static Finding r(CheckContext context, Supplier<ProbeRun> probe) {
        Optional<NodeFacts> facts = probe.get().facts();
        if (facts.isPresent() && facts.get().tool("R").isEmpty()) {
            return Finding.fail(
                    "This image has no R, so every R cell fails.", List.of("$ command -v R  (nothing found)"));
        }
        CellResult cell = context.driver().run(Language.R, "cat(1 + 1)", R_LIMIT);
        return switch (cell.status()) {
            case OK ->
                (cell.stdout() + cell.result().orElse("")).contains("2")
                        ? Finding.pass("An R cell ran and gave 2 for 1 + 1.")
                        : Finding.fail("An R cell did not give 2 for 1 + 1.", Cells.evidence(cell));
            case ERROR, FAILED -> Finding.fail("The R cell failed: " + Cells.lastLine(cell), Cells.evidence(cell));
            case TIMEOUT -> Finding.fail(timedOut("The R cell", R_LIMIT), Cells.evidence(cell));
        };
    }

    static String timedOut(String what, Duration limit) {
        return what + " did not end within " + limit.toSeconds() + " s.";
    }
}
