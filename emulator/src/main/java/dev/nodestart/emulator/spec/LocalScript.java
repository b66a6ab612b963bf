package dev.nodestart.emulator.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A script of {@code --init-script}: a file on this machine, run as if it were a workspace file.
 *
 * @param file the path as it was given
 * @param destination its place in the spec, such as {@code workspace:/init-script/setup.sh}
 */
public record LocalScript(String file, String destination) {
    static List<LocalScript> of(List<String> files) {
        List<LocalScript> scripts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String file : files) {
            String path = plain(file);
            String free = path;
            for (int copy = 2; !taken.add(free); copy++) {
                free = copy + "/" + path;
            }
            scripts.add(new LocalScript(file, "workspace:/init-script/" + free));
        }
        return scripts;
    }

    private static String plain(String file) {
        List<String> parts = new ArrayList<>();
        for (String part : file.replace('\\', '/').split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
