package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Jars that the image puts on the driver's class path, {@code /databricks/jars}. */
final class JarFileChecks {

    private static final String JARS = "files.jars";
    private static final String STUBS_OWN = "----nodestart--";

    /** {@code -rw-r--r-- 1 0 0 52161 Jan 1 1970 name.jar}; the name may hold spaces. */
    private static final Pattern ENTRY = Pattern.compile(
            "([dl-])([rwxsStT-]{9})\\S?\\s+\\d+\\s+\\d+\\s+\\d+\\s+(\\d+)\\s+\\S+\\s+\\S+\\s+\\S+\\s(.+\\.jar)");

    /** {@code spark-core_2.12-3.5.0.jar}: artifact and version. */
    private static final Pattern ARTIFACT = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");

    private static final Pattern RUNTIMES = Pattern.compile(
            "(spark-(core|sql|catalyst|hive|network-.+|launcher|unsafe|mllib|graphx|streaming)_2\\.1\\d|scala-(library|reflect|compiler)|hadoop-(client.*|common|hdfs.*|aws|azure.*)|py4j)");

    private JarFileChecks() {}

    private record Jar(String kind, String mode, long bytes, String name) {}

    static List<CheckRule> rules() {
        return List.of(
                should("FILES-011", "Jars in /databricks/jars can be read")
                        .needs(JARS)
                        .why(
                                "A jar on the driver's class path that is empty, no zip file or not readable is passed over without a word, and its classes are not found.")
                        .remedy(
                                "RUN chmod 0644 /databricks/jars/*.jar   # and copy those again that are empty or no zip file")
                        .source("databricks/containers#120, #22 (DCS-F27, dcs.md §6)")
                        .judge(JarFileChecks::readable),
                should("FILES-012", "No artifact lies twice in /databricks/jars")
                        .needs(JARS)
                        .why(
                                "With two versions of one artifact on the class path it is chance which classes are loaded; the Spark UI broke that way.")
                        .remedy("Keep one version of the artifact in the image.")
                        .source("NVIDIA/spark-rapids-container#20 (DCS-F28, dcs.md §6)")
                        .judge(JarFileChecks::twice),
                should("FILES-013", "No jar in /databricks/jars is of an artifact that the runtime brings")
                        .needs(JARS)
                        .why(
                                "The runtime brings Spark, Scala and Hadoop itself: another version of them on the class path breaks the driver.")
                        .remedy(
                                "Build your jars with Spark, Scala and Hadoop in the scope [provided], and remove these from /databricks/jars.")
                        .source("NVIDIA/spark-rapids-container#20, databricks/containers#11 (DCS-F28, dcs.md §4.1)")
                        .judge(JarFileChecks::runtimes));
    }

    private static List<Jar> jars(Facts facts) {
        return facts.answer(JARS).lines().stream()
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(entry -> new Jar(
                        entry.group(1),
                        entry.group(2),
                        Long.parseLong(entry.group(3)),
                        entry.group(4).replaceAll(" -> .*", "")))
                .filter(jar -> !jar.name().startsWith(STUBS_OWN))
                .toList();
    }

    private static Finding readable(Facts facts) {
        List<String> noZip = FactLines.of(facts.answer(JARS)).each("not-zip").stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
        List<String> bad = jars(facts).stream()
                .filter(jar -> jar.kind().equals("-"))
                .flatMap(jar -> reason(jar, noZip).map(reason -> jar.name() + ": " + reason).stream())
                .toList();
        int count = jars(facts).size();
        if (bad.isEmpty()) {
            return Finding.pass(
                    count == 0
                            ? "The image brings no jars to /databricks/jars."
                            : "The image's jars in /databricks/jars can be read: " + count + ".");
        }
        return Finding.warn("Jars of the image in /databricks/jars cannot be used.", bad);
    }

    private static Optional<String> reason(Jar jar, List<String> noZip) {
        if (jar.bytes() == 0) {
            return Optional.of("empty");
        }
        if (noZip.contains(jar.name())) {
            return Optional.of("no zip file");
        }
        return jar.mode().matches("r..r..r..")
                ? Optional.empty()
                : Optional.of("mode " + jar.mode() + ", not readable by all");
    }

    private static Finding twice(Facts facts) {
        Map<String, TreeSet<String>> versions = jars(facts).stream()
                .map(jar -> ARTIFACT.matcher(jar.name()))
                .filter(Matcher::matches)
                .collect(Collectors.groupingBy(
                        name -> name.group(1),
                        TreeMap::new,
                        Collectors.mapping(name -> name.group(2), Collectors.toCollection(TreeSet::new))));
        List<String> twice = versions.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .toList();
        return twice.isEmpty()
                ? Finding.pass("No artifact lies twice in /databricks/jars.")
                : Finding.warn("Artifacts lie in /databricks/jars in more than one version.", twice);
    }

    private static Finding runtimes(Facts facts) {
        List<String> own = jars(facts).stream()
                .filter(jar -> !jar.kind().equals("l"))
                .map(Jar::name)
                .filter(name -> {
                    Matcher artifact = ARTIFACT.matcher(name);
                    return artifact.matches()
                            && RUNTIMES.matcher(artifact.group(1)).matches();
                })
                .toList();
        return own.isEmpty()
                ? Finding.pass("No jar of the image is one that the runtime brings.")
                : Finding.warn("The image brings jars that the runtime brings itself.", own);
    }
}
