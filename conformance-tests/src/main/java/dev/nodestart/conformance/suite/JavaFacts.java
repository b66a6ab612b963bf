package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the node told of its Java.
 *
 * @param path the {@code java} on PATH, empty where there is none
 * @param javaHome the variable {@code JAVA_HOME}, empty where it is not set
 * @param javaHomeProgram the real path of {@code java} in it, empty where there is none
 * @param real the real path of the {@code java} on PATH
 * @param homes every JDK and JRE that was found
 */
record JavaFacts(String path, String real, String javaHome, String javaHomeProgram, List<Home> homes) {

    private static final String FOLDER = "/usr/lib/jvm/";
    private static final Pattern VERSION = Pattern.compile("version \"([^\"]+)\"");

    /**
     * A JDK or JRE.
     *
     * @param path its folder
     * @param version of its release file, empty where it has none
     * @param jdk whether it has a compiler
     * @param trustBytes size of its trust store in bytes, -1 where it has none
     */
    record Home(String path, String version, boolean jdk, long trustBytes) {
        private static Home parse(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException("[" + line + "] is not what was asked for.");
            }
            long bytes = cells[3].matches("\\d{1,15}") ? Long.parseLong(cells[3]) : -1;
            return new Home(cells[0], cells[1], cells[2].equals("jdk"), bytes);
        }

        /** By its folder's name where {@code JNAME} can name it, else by its path. */
        String name() {
            return path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path;
        }
    }

    static JavaFacts of(Facts facts) {
        Answer found = facts.answer("java.default");
        return new JavaFacts(
                value(found, "path"),
                value(found, "real"),
                value(found, "JAVA_HOME"),
                value(found, "JAVA_HOME java"),
                facts.answer("java.homes").lines().stream()
                        .filter(line -> !line.isBlank())
                        .map(Home::parse)
                        .toList());
    }

    private static String value(Answer answer, String key) {
        return answer.lines().stream()
                .filter(line -> line.startsWith(key + "\t"))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** The one that {@code JNAME} chose, else the one that the {@code java} on PATH belongs to. */
    Optional<Home> chosen(Facts facts) {
        String jname = jname(facts);
        return homes.stream()
                .filter(home -> jname.isEmpty()
                        ? real.startsWith(home.path() + "/")
                        : home.name().equals(jname))
                .findFirst();
    }

    /** {@code JNAME} of the spec, empty where it is not set. */
    static String jname(Facts facts) {
        return facts.launch().spec().path("spark_env_vars").path("JNAME").asText();
    }

    /** The version that a {@code java -version} names, empty where it names none. */
    static String version(Answer run) {
        Matcher version = VERSION.matcher(run.out());
        return version.find() ? version.group(1) : "";
    }

    /** The major version of {@code 1.8.0_412}, {@code 17.0.11} or {@code 21-ea}; 0 where it is no version. */
    static int major(String version) {
        Matcher number = Pattern.compile("(?:1\\.)?(\\d{1,4}).*").matcher(version);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }
}
