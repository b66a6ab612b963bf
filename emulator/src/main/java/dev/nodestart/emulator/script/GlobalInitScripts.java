package dev.nodestart.emulator.script;

import dev.nodestart.emulator.spec.SpecProblem;
import dev.nodestart.emulator.spec.SpecRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The global init scripts of {@code --global-init-script}: files in the order given, and of a folder all files by name.
 *
 * @param scripts in the order in which they run
 * @param problems files that cannot be used
 */
public record GlobalInitScripts(List<GlobalInitScript> scripts, List<SpecProblem> problems) {
    /** The platform takes no larger one (dcs.md §5). */
    static final int MAX_BYTES = 64 * 1024;

    public GlobalInitScripts {
        scripts = List.copyOf(scripts);
        problems = List.copyOf(problems);
    }

    /** Reads files and folders. */
    public static GlobalInitScripts of(List<Path> paths) {
        List<GlobalInitScript> scripts = new ArrayList<>();
        List<SpecProblem> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                for (Path file : files(path)) {
                    scripts.add(read(file, problems));
                }
            } catch (IOException e) {
                problems.add(SpecProblem.of(
                        SpecRule.FLAG,
                        "",
                        "Global init script [%s] cannot be read.".formatted(path),
                        "Give a file or a folder that this user can read."));
            }
        }
        return new GlobalInitScripts(scripts, problems);
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static GlobalInitScript read(Path file, List<SpecProblem> problems) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length > MAX_BYTES) {
            problems.add(SpecProblem.of(
                    SpecRule.GLOBAL_SCRIPT_SIZE,
                    "",
                    "Global init script [%s] has [%d] bytes; the platform takes at most [%d]."
                            .formatted(file, content.length, MAX_BYTES),
                    "Fetch what is large from within the script."));
        }
        return new GlobalInitScript(String.valueOf(file.getFileName()), content, file);
    }
}
