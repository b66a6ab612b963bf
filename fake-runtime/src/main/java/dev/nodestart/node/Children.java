package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;

/** How the driver starts the processes of its sessions. */
final class Children {
    /** The working directory of the driver and of what it starts (dcs.md §4.3). */
    static final File HOME = new File("/databricks/driver");

    /** Where sessions keep what they need between two commands. */
    static final File SCRATCH = new File("/local_disk0/tmp");

    private Children() {}

    /** A process of a session, without the launch's own variables. */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(HOME);
        builder.environment().keySet().removeIf(name -> name.startsWith("NS_"));
        return builder;
    }

    /** A random id. The kernel's is at hand at once, where the JVM's own source of randomness takes a while. */
    static String uuid() throws IOException {
        return text(Paths.get("/proc/sys/kernel/random/uuid").toFile()).trim();
    }

    /** A file's text, or nothing where it cannot be read. */
    static String textOrEmpty(File file) {
        try {
            return text(file).trim();
        } catch (IOException e) {
            return "";
        }
    }

    private static String text(File file) throws IOException {
        return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
    }
}
