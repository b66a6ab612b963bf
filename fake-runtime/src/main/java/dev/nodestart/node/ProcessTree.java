package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The processes below one process. Java 8 knows no process ids, so this reads /proc and lets bash send signals. */
final class ProcessTree {
    private ProcessTree() {}

    /** All processes below that one, parents first. */
    static List<Long> below(long pid) {
        return below(pid, parents());
    }

    /** Sends a signal, such as {@code INT}; processes that are gone are passed over. */
    static void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
        if (pids.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add("bash");
        command.add("-c");
        command.add("kill -" + signal + " \"$@\"");
        command.add("kill");
        for (Long pid : pids) {
            command.add(pid.toString());
        }
        File nowhere = new File("/dev/null");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(nowhere)
                .start()
                .waitFor();
    }

    static List<Long> below(long pid, Map<Long, Long> parents) {
        List<Long> found = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        open.add(pid);
        while (!open.isEmpty()) {
            long parent = open.remove(0);
            parents.forEach((child, of) -> {
                if (of == parent) {
                    found.add(child);
                    open.add(child);
                }
            });
        }
        return found;
    }

    /** The parent's id in a line of {@code /proc/PID/stat}, whose command name may hold spaces and brackets. */
    static long parent(String stat) {
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[1]);
    }

    private static Map<Long, Long> parents() {
        Map<Long, Long> parents = new HashMap<>();
        File[] processes = new File("/proc").listFiles((dir, name) -> Character.isDigit(name.charAt(0)));
        for (File process : processes == null ? new File[0] : processes) {
            try {
                byte[] stat = Files.readAllBytes(new File(process, "stat").toPath());
                parents.put(Long.parseLong(process.getName()), parent(new String(stat, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                // It ended meanwhile.
            }
        }
        return parents;
    }
}
