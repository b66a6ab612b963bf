package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.suite.JavaFacts.Home;
import java.util.List;
import java.util.Locale;

/** Whether the Java that the platform takes is one that the line runs on. */
final class JavaVersion {

    private static final String RUN = "java.run";

    private JavaVersion() {}

    static List<CheckRule> rules() {
        return List.of(
                must("JAVA-001", "The Java that runs is one of the line's")
                        .capability(Capability.JAR)
                        .needs(RUN)
                        .why(
                                "The runtime's classes and JVM flags are made for one Java: an older one cannot load the classes, another one may refuse the flags.")
                        .remedy("""
                                Make the line's Java the default, or choose one that the line can run on:
                                RUN update-java-alternatives -s zulu{java|17}-ca-amd64
                                "spark_env_vars": {"JNAME": "zulu{java|17}-ca-amd64"}""")
                        .source(
                                "databricks/containers ubuntu/minimal, #213, #258; public how-tos for JNAME (dcs.md §1.1 row 1, §1.3, §4.8, F20)")
                        .judge(JavaVersion::version),
                should("JAVA-002", "Java takes the line's flags")
                        .needs(RUN)
                        .why(
                                "A flag that a JVM does not know ends it, and one that it only warns about goes away with its next version.")
                        .remedy(
                                "Install the Java that the line is made for, and make it the default or name it in JNAME.")
                        .source("flags in a driver's log (dcs.md §4.4, F20)")
                        .judge(JavaVersion::flags));
    }

    private static Finding version(Facts facts) {
        Answer run = facts.answer(RUN);
        String version = JavaFacts.version(run);
        if (version.isEmpty()) {
            version = JavaFacts.of(facts).chosen(facts).map(Home::version).orElse("");
        }
        int major = JavaFacts.major(version);
        if (major == 0) {
            throw new IllegalStateException("the version of Java is not known.");
        }
        String line = "DBR [" + facts.launch().line() + "]";
        List<String> evidence = List.of(run.shown("java <flags of the line> -version"));
        String jname = JavaFacts.jname(facts);
        int wanted = facts.runtime().java().defaultMajor();
        if (!jname.isEmpty()) {
            List<Integer> majors = facts.runtime().java().jnameMajors();
            return majors.contains(major)
                    ? Finding.pass("JNAME chose Java [" + version + "], which " + line + " can run on.")
                    : Finding.warn(
                            "JNAME chose Java [" + version + "]; " + line + " is known to run on " + majors + ".",
                            evidence);
        }
        if (major == wanted) {
            return Finding.pass("The default Java is [" + version + "], that of " + line + ".");
        }
        String message = "The default Java is [" + version + "], and " + line + " is made for Java [" + wanted + "].";
        return major < wanted ? Finding.fail(message, evidence) : Finding.warn(message, evidence);
    }

    private static Finding flags(Facts facts) {
        Answer run = facts.answer(RUN);
        List<String> warnings = run.lines().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("warning:"))
                .toList();
        if (!run.ok()) {
            return Finding.fail(
                    "Java does not start with the flags of DBR ["
                            + facts.launch().line() + "]: " + reason(run) + ".",
                    run.lines());
        }
        return warnings.isEmpty()
                ? Finding.pass(
                        "Java starts with the flags of DBR [" + facts.launch().line() + "].")
                : Finding.warn("Java starts with the line's flags, and warns: " + warnings.get(0), warnings);
    }

    /** The first line after the one that names the program: a JVM says what is wrong first. */
    private static String reason(Answer run) {
        return run.lines().stream()
                .filter(line -> !line.startsWith("java\t") && !line.isBlank())
                .findFirst()
                .orElse(run.timedOut() ? "it did not end in time" : "exit status " + run.exitCode())
                .replaceAll("[.\\s]+$", "");
    }
}
