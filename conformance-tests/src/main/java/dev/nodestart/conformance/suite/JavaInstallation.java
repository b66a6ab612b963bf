package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.suite.JavaFacts.Home;
import java.util.List;
import java.util.Optional;

/** How Java is installed: the JDKs, the variable, the links, the trust store. */
final class JavaInstallation {

    /** Smaller than any store that has a certificate in it; an empty one has 32 bytes. */
    private static final long HAS_CERTIFICATES = 500;

    private JavaInstallation() {}

    static List<CheckRule> rules() {
        return List.of(
                should("JAVA-003", "JAVA_HOME and the java on PATH are one Java")
                        .tags("build")
                        .why(
                                "The platform takes java from PATH or by JNAME, tools of your own take JAVA_HOME: two different ones fail in ways that are hard to see.")
                        .remedy("Take ENV JAVA_HOME out of the Dockerfile, or set it to the folder that PATH leads to.")
                        .source("Java binary of a driver's log (dcs.md §4.4, §4.8)")
                        .judge(JavaInstallation::javaHome),
                should("JAVA-004", "Java's trust store has certificates")
                        .tags("build")
                        .why(
                                "Without certificates no HTTPS connection of the JVM can be checked: storage and libraries cannot be reached.")
                        .remedy("""
                                RUN apt-get update && apt-get install -y ca-certificates-java
                                RUN /var/lib/dpkg/info/ca-certificates-java.postinst configure""")
                        .source("databricks/containers ubuntu/minimal; Launchpad 2066990 (dcs.md §1.2)")
                        .judge(JavaInstallation::trustStore),
                should("JAVA-005", "Links to Java lead to one that is there")
                        .tags("build")
                        .why(
                                "A link that leads nowhere is what is left of a JDK that was removed; whoever follows it finds no Java.")
                        .remedy("RUN update-alternatives --auto java\nor remove the link")
                        .source("databricks/containers ubuntu/minimal: update-java-alternatives (dcs.md §1.3, §4.8)")
                        .judge(JavaInstallation::links),
                info("JAVA-006", "Java is a full JDK")
                        .tags("build")
                        .why(
                                "The base images have the full JDK; tools such as jstack and javac are missing in a JRE, which runs jobs all the same.")
                        .remedy("RUN apt-get update && apt-get install -y openjdk-17-jdk-headless")
                        .source("databricks/containers ubuntu/minimal; yxtay images (dcs.md §1.2, §1.4)")
                        .judge(JavaInstallation::jdk),
                info("JAVA-007", "Every Java that the line can run on is in the image")
                        .tags("build")
                        .why(
                                "JNAME chooses among the JDKs of the image, and the line's base images bring all that it can run on.")
                        .remedy("Install the JDK below /usr/lib/jvm, and choose it with JNAME in spark_env_vars.")
                        .source("public how-tos (dcs.md §4.8)")
                        .judge(JavaInstallation::choice));
    }

    private static Finding javaHome(Facts facts) {
        JavaFacts java = JavaFacts.of(facts);
        List<String> evidence = List.of("JAVA_HOME=" + java.javaHome(), "java on PATH: " + java.real());
        if (java.javaHome().isEmpty()) {
            return Finding.pass("JAVA_HOME is not set.");
        }
        if (java.javaHomeProgram().isEmpty()) {
            return Finding.fail("JAVA_HOME is [" + java.javaHome() + "], and there is no bin/java in it.", evidence);
        }
        // a Java 8 has its java in bin and in jre/bin
        String home = java.javaHomeProgram().replaceAll("(/jre)?/bin/java$", "");
        return java.real().replaceAll("(/jre)?/bin/java$", "").equals(home)
                ? Finding.pass("JAVA_HOME is the Java on PATH.")
                : Finding.fail(
                        "JAVA_HOME is [" + java.javaHome() + "], but the java on PATH is [" + java.real() + "].",
                        evidence);
    }

    private static Finding trustStore(Facts facts) {
        Optional<Home> home = JavaFacts.of(facts).chosen(facts);
        if (home.isEmpty()) {
            return Finding.skipped("The folder of the Java that runs is not known.");
        }
        long bytes = home.get().trustBytes();
        List<String> evidence = List.of(home.get().path() + ": lib/security/cacerts");
        if (bytes < 0) {
            return Finding.fail("Java [" + home.get().name() + "] has no trust store.", evidence);
        }
        return bytes < HAS_CERTIFICATES
                ? Finding.fail("The trust store of Java [" + home.get().name() + "] is empty.", evidence)
                : Finding.pass("The trust store of Java [" + home.get().name() + "] has certificates.");
    }

    private static Finding links(Facts facts) {
        List<String> dead = facts.answer("java.links").lines().stream()
                .map(line -> line.replace("\t", " -> "))
                .toList();
        return dead.isEmpty()
                ? Finding.pass("No link to Java leads nowhere.")
                : Finding.fail(
                        "A link to Java leads nowhere: [" + dead.get(0) + "]"
                                + (dead.size() > 1 ? " and " + (dead.size() - 1) + " more" : "") + ".",
                        dead);
    }

    private static Finding jdk(Facts facts) {
        Optional<Home> home = JavaFacts.of(facts).chosen(facts);
        if (home.isEmpty()) {
            return Finding.skipped("The folder of the Java that runs is not known.");
        }
        return home.get().jdk()
                ? Finding.pass("Java [" + home.get().name() + "] is a JDK.")
                : Finding.fail("Java [" + home.get().name() + "] is a JRE: it has no compiler.", List.of());
    }

    private static Finding choice(Facts facts) {
        List<Home> homes = JavaFacts.of(facts).homes();
        List<Integer> majors =
                homes.stream().map(home -> JavaFacts.major(home.version())).toList();
        List<Integer> missing = facts.runtime().java().jnameMajors().stream()
                .filter(major -> !majors.contains(major))
                .toList();
        List<String> names = homes.stream().map(Home::name).toList();
        return missing.isEmpty()
                ? Finding.pass("The image has " + names + ".")
                : Finding.fail("The image has " + names + ", and none of Java " + missing + ".", List.of());
    }
}
