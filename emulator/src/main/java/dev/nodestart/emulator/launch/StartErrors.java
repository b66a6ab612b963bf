package dev.nodestart.emulator.launch;

import java.util.List;
import java.util.Locale;

/** Tells apart, by the engine's text, whether the image or the engine kept a container from starting. */
final class StartErrors {
    private static final List<String> IMAGE = List.of(
            "exec format error",
            "executable file not found",
            "no such file or directory",
            "permission denied",
            "not a directory",
            "unable to find user",
            "unable to find group",
            "cannot be mounted because it is",
            "is a directory");
    private static final List<String> ENGINE =
            List.of("bridge", "cgroup", "no space left", "network", "iptables", "endpoint", "containerd", "address");

    private StartErrors() {}

    static boolean blameTheImage(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return IMAGE.stream().anyMatch(text::contains) && ENGINE.stream().noneMatch(text::contains);
    }
}
