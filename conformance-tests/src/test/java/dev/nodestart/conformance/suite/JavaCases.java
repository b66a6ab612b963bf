package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;

import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.emulator.node.CellResult.Status;
import java.util.List;
import java.util.stream.Stream;

final class JavaCases {
    private JavaCases() {}

    static List<CheckCase> all() {
        return Stream.of(job(), JavaVersionCases.all(), JavaInstallationCases.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CheckCase> job() {
        Facts facts = FactSets.everything();
        return List.of(
                passes(
                        "JAR-001",
                        "the job greets",
                        facts,
                        "The hello job ran in the driver's JVM: Hello, node, from Java 8."),
                fails(
                        "JAR-001",
                        "an exception, not its last frame",
                        facts.with(
                                "jar.hello",
                                FactSets.bad(
                                        Status.ERROR,
                                        "java.lang.NoClassDefFoundError: a/B\n\tat c.D.main(D.java:1)\n")),
                        "The hello job failed: java.lang.NoClassDefFoundError: a/B"),
                fails(
                        "JAR-001",
                        "no output",
                        facts.with("jar.hello", FactSets.ok("", "")),
                        "The hello job ran, but its output got lost."),
                fails(
                        "JAR-001",
                        "no end",
                        facts.with("jar.hello", FactSets.bad(Status.TIMEOUT, "")),
                        "The hello job did not end within 30 s."));
    }
}
