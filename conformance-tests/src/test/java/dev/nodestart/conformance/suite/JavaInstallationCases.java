package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.errs;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import java.util.List;
import java.util.stream.Stream;

final class JavaInstallationCases {
    private static final Facts FACTS = FactSets.everything();
    private static final String ON_PATH = "path\t/usr/bin/java\nreal\t/usr/lib/jvm/zulu8-ca-amd64/jre/bin/java\n";

    private JavaInstallationCases() {}

    static List<CheckCase> all() {
        return Stream.of(javaHome(), trustStore(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static Facts found(String out) {
        return FACTS.with("java.default", new Answer(0, out, ""));
    }

    private static Facts homes(String out) {
        return JavaVersionCases.withoutJname("15.4", "15.4.x-scala2.12").with("java.homes", new Answer(0, out, ""));
    }

    private static List<CheckCase> javaHome() {
        return List.of(
                passes("JAVA-003", "not set", FACTS, "JAVA_HOME is not set."),
                passes(
                        "JAVA-003",
                        "the same one, by its other program",
                        found(
                                ON_PATH
                                        + "JAVA_HOME\t/usr/lib/jvm/zulu8\nJAVA_HOME java\t/usr/lib/jvm/zulu8-ca-amd64/bin/java"),
                        "JAVA_HOME is the Java on PATH."),
                warns(
                        "JAVA-003",
                        "another one",
                        found(ON_PATH + "JAVA_HOME\t/opt/java\nJAVA_HOME java\t/opt/java/bin/java"),
                        "JAVA_HOME is [/opt/java], but the java on PATH is [/usr/lib/jvm/zulu8-ca-amd64/jre/bin/java]."),
                warns(
                        "JAVA-003",
                        "gone",
                        found(ON_PATH + "JAVA_HOME\t/opt/java\nJAVA_HOME java\t"),
                        "JAVA_HOME is [/opt/java], and there is no bin/java in it."));
    }

    private static List<CheckCase> trustStore() {
        String home = "/usr/lib/jvm/zulu8-ca-amd64\t1.8.0_412\tjdk\t";
        return List.of(
                passes(
                        "JAVA-004",
                        "of the one that JNAME chose",
                        FACTS,
                        "The trust store of Java [java-17-openjdk-amd64] has certificates."),
                passes(
                        "JAVA-004",
                        "of the default",
                        homes(home + "500"),
                        "The trust store of Java [zulu8-ca-amd64] has certificates."),
                warns("JAVA-004", "empty", homes(home + "499"), "The trust store of Java [zulu8-ca-amd64] is empty."),
                warns("JAVA-004", "missing", homes(home + "missing"), "Java [zulu8-ca-amd64] has no trust store."),
                skips(
                        "JAVA-004",
                        "no folder",
                        homes("/opt/java\t17\tjre\t600"),
                        "The folder of the Java that runs is not known."),
                errs(
                        "JAVA-004",
                        "another answer",
                        homes("what?"),
                        "Could not be evaluated: [what?] is not what was asked for."));
    }

    private static List<CheckCase> others() {
        return List.of(
                passes("JAVA-005", "none", FACTS, "No link to Java leads nowhere."),
                warns(
                        "JAVA-005",
                        "one",
                        FACTS.with(
                                "java.links", new Answer(0, "/etc/alternatives/java\t/usr/lib/jvm/old/bin/java", "")),
                        "A link to Java leads nowhere: [/etc/alternatives/java -> /usr/lib/jvm/old/bin/java]."),
                warns(
                        "JAVA-005",
                        "three",
                        FACTS.with("java.links", new Answer(0, "a\tb\nc\td\ne\tf", "")),
                        "A link to Java leads nowhere: [a -> b] and 2 more."),
                passes("JAVA-006", "a JDK", FACTS, "Java [java-17-openjdk-amd64] is a JDK."),
                passes(
                        "JAVA-006",
                        "a JRE",
                        homes("/usr/lib/jvm/zulu8-ca-amd64\t1.8.0_412\tjre\t600"),
                        "Java [zulu8-ca-amd64] is a JRE: it has no compiler."),
                skips("JAVA-006", "no folder", homes(""), "The folder of the Java that runs is not known."),
                passes("JAVA-007", "all", FACTS, "The image has [zulu8-ca-amd64, java-17-openjdk-amd64]."),
                passes(
                        "JAVA-007",
                        "one outside of the usual folder",
                        homes("/opt/java\t17.0.1\tjdk\t600\n\n/usr/lib/jvm/x\t\tjdk\t600"),
                        "The image has [/opt/java, x], and none of Java [8]."));
    }
}
