package dev.nodestart.gpu;

import dev.nodestart.emulator.gpu.HostDriver;
import java.util.List;
import java.util.Optional;

/** What this machine has for GPUs as text for the recording, a fact in each line. */
final class HostLines {
    private static final String DRIVER = "driver ";

    private HostLines() {}

    static String of(HostDriver host) {
        StringBuilder lines = new StringBuilder("looked yes\n");
        add(lines, "device ", host.devices());
        add(lines, "control ", host.controls());
        add(lines, DRIVER, host.version().stream().toList());
        return lines.toString();
    }

    private static void add(StringBuilder lines, String name, List<String> values) {
        values.forEach(value -> lines.append(name).append(value).append('\n'));
    }

    /** The loaded driver's version, from such a text. */
    static Optional<String> driver(String lines) {
        return lines.lines()
                .filter(line -> line.startsWith(DRIVER))
                .map(line -> line.substring(DRIVER.length()))
                .findFirst();
    }
}
