package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.secret.SecretWords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The image's ENV, which reaches everything that the platform starts. */
final class ImageEnvironment {

    /** Set by the platform's own scripts (dcs.md §4.6), with the value that it has there where there is one. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("SPARK_HOME", "/databricks/spark"),
            Map.entry("SPARK_CONF_DIR", "/databricks/spark/conf"),
            Map.entry("DB_HOME", "/databricks"),
            Map.entry("HIVE_HOME", "/databricks/hive"),
            Map.entry("HOME", "/root"),
            Map.entry("USER", "root"),
            Map.entry("SPARK_DIST_CLASSPATH", ""),
            Map.entry("SPARK_ENV_LOADED", ""),
            Map.entry("SPARK_LOCAL_DIRS", ""),
            Map.entry("SPARK_LOCAL_IP", ""),
            Map.entry("SPARK_PUBLIC_DNS", ""),
            Map.entry("MASTER", ""),
            Map.entry("CLASSPATH", ""));

    /** Reach into every program, JVM or shell that the platform starts. */
    private static final Set<String> EVERYWHERE =
            Set.of("LD_PRELOAD", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "BASH_ENV", "ENV");

    /** Read by the platform from the image on purpose (dcs.md §1.2). */
    private static final Set<String> MEANT = Set.of("DATABRICKS_ROOT_CONDA_ENV", "DATABRICKS_ROOT_VIRTUALENV_ENV");

    /** With their older twins, which are the same folders in most images. */
    private static final Map<String, String> SYSTEM_FOLDERS = Map.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

    private ImageEnvironment() {}

    static List<CheckRule> rules() {
        return List.of(
                should("IMAGE-005", "No ENV of the image fights the platform's own")
                        .tags("build")
                        .why(
                                "The image's ENV reaches the platform's own scripts and JVMs, so a variable that they set, or that changes every program, breaks them or is lost.")
                        .remedy(
                                "Take the ENV out of the Dockerfile; set what only your code needs with spark_env_vars.")
                        .source("databricks/containers Dockerfiles; names seen on drivers (dcs.md §4.6, §4.7)")
                        .judge(ImageEnvironment::conflicts),
                should("IMAGE-006", "PATH of the image has the system's folders")
                        .tags("build")
                        .why(
                                "The platform's scripts call sudo, ps, ip and java by name; whether an image's PATH reaches them is not documented.")
                        .remedy("ENV PATH=/my/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
                        .source("dcs.md §4.6, §4.9")
                        .judge(ImageEnvironment::path));
    }

    private static Finding conflicts(Facts facts) {
        List<Map.Entry<String, String>> bad = facts.image().env().entrySet().stream()
                .filter(entry -> fights(entry.getKey(), entry.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return bad.isEmpty()
                ? Finding.pass("No ENV of the image fights the platform's own.")
                : Finding.fail(
                        "The image's ENV sets what the platform sets or what reaches into its programs: "
                                + bad.stream().map(Map.Entry::getKey).toList() + ".",
                        bad.stream()
                                .map(entry -> "ENV " + entry.getKey() + "=" + shown(entry.getKey(), entry.getValue()))
                                .toList());
    }

    private static boolean fights(String name, String value) {
        if (value.isEmpty()) {
            return false;
        }
        if (name.equals("LD_LIBRARY_PATH")) {
            return Arrays.stream(value.split(":")).anyMatch(ImageEnvironment::isForeignLibraryFolder);
        }
        if (OWN.containsKey(name)) {
            return !OWN.get(name).equals(value);
        }
        return EVERYWHERE.contains(name)
                || (name.startsWith("DATABRICKS_") && !MEANT.contains(name))
                || name.matches("DB_(CLUSTER|CONTAINER|IS|DRIVER|INSTANCE)_.*");
    }

    /** The CUDA base images name these, and no library of the system is there. */
    private static boolean isForeignLibraryFolder(String folder) {
        return !folder.isEmpty() && !folder.startsWith("/usr/local/nvidia") && !folder.startsWith("/usr/local/cuda");
    }

    private static String shown(String name, String value) {
        return SecretWords.isSecret(name, value) ? SecretWords.HIDDEN : SecretWords.hidden(value);
    }

    private static Finding path(Facts facts) {
        String path = facts.image().env().getOrDefault("PATH", "");
        List<String> folders = Arrays.asList(path.split(":"));
        List<String> missing = SYSTEM_FOLDERS.entrySet().stream()
                .filter(folder -> !folders.contains(folder.getKey()) && !folders.contains(folder.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return path.isEmpty() || missing.isEmpty()
                ? Finding.pass("PATH has the system's folders.")
                : Finding.fail("The image's PATH lacks " + missing + ".", List.of("ENV PATH=" + path));
    }
}
