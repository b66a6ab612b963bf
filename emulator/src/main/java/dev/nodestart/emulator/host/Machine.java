package dev.nodestart.emulator.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What matters of this machine when something is to be started or installed on it.
 *
 * @param root whether this process is root
 * @param systemd whether systemd runs the machine
 * @param osId {@code ID} of {@code os-release}, such as {@code debian}; empty where unknown
 * @param osName {@code PRETTY_NAME} of {@code os-release}, for people
 * @param stateFolder our own folder for locks, logs and files that are made once
 */
public record Machine(boolean root, boolean systemd, String osId, String osName, Path stateFolder) {

    /**
     * Looks at the machine that this process runs on.
     *
     * @param environment environment variables of the user
     * @param home the user's home folder
     */
    public static Machine here(Map<String, String> environment, Path home) {
        Map<String, String> release = osRelease(Path.of("/etc/os-release"));
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        return new Machine(
                isRoot(),
                Files.isDirectory(Path.of("/run/systemd/system")),
                release.getOrDefault("ID", ""),
                release.getOrDefault("PRETTY_NAME", System.getProperty("os.name", "this system")),
                caches.resolve("nodestart"));
    }

    /** Returns whether packages may be installed with {@code apt-get}. */
    public boolean mayInstall(Programs programs) {
        return root && (osId.equals("debian") || osId.equals("ubuntu")) && programs.has("apt-get", "dpkg-query");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    static Map<String, String> osRelease(Path file) {
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(
                            line.substring(0, equals),
                            unquote(line.substring(equals + 1).strip()));
                }
            }
        } catch (IOException unknown) {
            return Map.of();
        }
        return values;
    }

    private static String unquote(String value) {
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
