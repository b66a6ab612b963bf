package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The image's Java. */
final class JavaChecks {

    /** The code of a jar command: the stub's smallest job, which greets. */
    static final String HELLO_JOB = "/databricks/.nodestart/hello-job.jar dev.nodestart.runtime.HelloJob";

    static final String HELLO = "jar.hello";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private JavaChecks() {}

    static CheckGroup group() {
        return new CheckGroup(
                "java.sh",
                List.of(new Trial(
                        HELLO, "jar", context -> context.driver().session().run(Language.JAR, HELLO_JOB, LIMIT))),
                Stream.of(job(), JavaVersion.rules(), JavaInstallation.rules())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<CheckRule> job() {
        return List.of(must("JAR-001", "A jar runs in the driver's JVM")
                .category("java")
                .proves(Capability.JAR)
                .needs(HELLO)
                .why("Scala notebooks and JAR jobs run in the driver's JVM, which is the image's own Java.")
                .remedy("""
                        Install the JDK of the Databricks Runtime line, or choose an installed one with JNAME in spark_env_vars:
                        RUN apt-get update && apt-get install -y openjdk-17-jdk-headless""")
                .source(
                        "Databricks docs, requirements of custom containers; databricks/containers ubuntu/minimal (dcs.md §1.1 row 1, §4.8)")
                .judge(JavaChecks::hello));
    }

    private static Finding hello(Facts facts) {
        CellResult cell = facts.trial(HELLO);
        return switch (cell.status()) {
            case OK ->
                cell.stdout().startsWith("Hello, ")
                        ? Finding.pass("The hello job ran in the driver's JVM: "
                                + cell.stdout().strip() + ".")
                        : Finding.fail("The hello job ran, but its output got lost.", Cells.evidence(cell));
            case ERROR, FAILED -> Finding.fail("The hello job failed: " + Cells.firstLine(cell), Cells.evidence(cell));
            case TIMEOUT -> Finding.fail(Cells.timedOut("The hello job", LIMIT), Cells.evidence(cell));
        };
    }
}
