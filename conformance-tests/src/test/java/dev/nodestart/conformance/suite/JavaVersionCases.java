package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.errs;
import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import java.util.List;

final class JavaVersionCases {
    private static final Facts FACTS = FactSets.everything();
    private static final Answer REFUSED = new Answer(
            1,
            "java\t/usr/bin/java\nUnrecognized VM option 'PrintGCDateStamps'\nError: Could not create the Java Virtual Machine.",
            "");

    private JavaVersionCases() {}

    /** The facts of a launch without {@code JNAME}. */
    static Facts withoutJname(String line, String sparkVersion) {
        ObjectNode spec = Launches.spec();
        spec.remove("spark_env_vars");
        return FactSets.of(Launches.withLine(line, sparkVersion, spec));
    }

    private static Answer java(String version) {
        return new Answer(0, "java\t/usr/bin/java\nopenjdk version \"" + version + "\" 2024-04-16", "");
    }

    static List<CheckCase> all() {
        Facts plain = withoutJname("15.4", "15.4.x-scala2.12");
        Facts later = withoutJname("17.3", "17.3.x-scala2.13");
        return List.of(
                passes("JAVA-001", "JNAME", FACTS, "JNAME chose Java [17.0.11], which DBR [15.4] can run on."),
                warns(
                        "JAVA-001",
                        "JNAME of another one",
                        FACTS.with("java.run", java("21.0.2")),
                        "JNAME chose Java [21.0.2]; DBR [15.4] is known to run on [8, 17]."),
                passes(
                        "JAVA-001",
                        "the default",
                        plain.with("java.run", java("1.8.0_412")),
                        "The default Java is [1.8.0_412], that of DBR [15.4]."),
                fails(
                        "JAVA-001",
                        "too old",
                        later.with("java.run", java("11.0.22")),
                        "The default Java is [11.0.22], and DBR [17.3] is made for Java [17]."),
                warns(
                        "JAVA-001",
                        "newer",
                        later.with("java.run", java("21")),
                        "The default Java is [21], and DBR [17.3] is made for Java [17]."),
                passes(
                        "JAVA-001",
                        "the release file tells what a refused start does not",
                        plain.with("java.run", REFUSED),
                        "The default Java is [1.8.0_412], that of DBR [15.4]."),
                errs(
                        "JAVA-001",
                        "nothing tells",
                        plain.with("java.run", REFUSED).with("java.homes", new Answer(0, "", "")),
                        "Could not be evaluated: the version of Java is not known."),
                passes("JAVA-002", "accepted", FACTS, "Java starts with the flags of DBR [15.4]."),
                warns(
                        "JAVA-002",
                        "refused",
                        FACTS.with("java.run", REFUSED),
                        "Java does not start with the flags of DBR [15.4]: Unrecognized VM option 'PrintGCDateStamps'."),
                warns(
                        "JAVA-002",
                        "no end",
                        FACTS.with("java.run", new Answer(124, "java\t/usr/bin/java", "")),
                        "Java does not start with the flags of DBR [15.4]: it did not end in time."),
                warns(
                        "JAVA-002",
                        "silent",
                        FACTS.with("java.run", new Answer(2, "", "")),
                        "Java does not start with the flags of DBR [15.4]: exit status 2."),
                warns(
                        "JAVA-002",
                        "a warning",
                        FACTS.with(
                                "java.run", new Answer(0, "OpenJDK 64-Bit Server VM warning: Option X is gone.", "")),
                        "Java starts with the line's flags, and warns: OpenJDK 64-Bit Server VM warning: Option X is gone."));
    }
}
