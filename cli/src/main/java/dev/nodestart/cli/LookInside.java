package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Looks at a container's files from outside, for an image without a shell: {@code ls}, {@code cat}, {@code get}. */
final class LookInside {
    private static final String HELP = """
              ls [FOLDER]         what is in a folder
              cat FILE            a file
              get PATH [FILE]     copies a file or folder (as a tar archive) to this machine
              exit
            """;

    private final Engine engine;
    private final Terminal terminal;
    private final InputStream input;

    LookInside(Engine engine, Terminal terminal, InputStream input) {
        this.engine = engine;
        this.terminal = terminal;
        this.input = input;
    }

    int run(String containerId) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        for (String line = prompt(lines); line != null; line = prompt(lines)) {
            String[] words = line.strip().split("\\s+", -1);
            String path = words.length > 1 ? words[1] : "/";
            try {
                switch (words[0]) {
                    case "" -> {}
                    case "exit", "quit" -> {
                        return 0;
                    }
                    case "ls" -> list(containerId, path);
                    case "cat" -> print(containerId, path);
                    case "get" -> copy(containerId, path, words.length > 2 ? words[2] : "");
                    default -> terminal.out().print(HELP);
                }
            } catch (EngineException e) {
                terminal.out().println(e.isNotFound() ? "[" + path + "] is not there." : e.reason());
            }
        }
        return 0;
    }

    private @Nullable String prompt(BufferedReader lines) throws IOException {
        terminal.err().print("look> ");
        terminal.err().flush();
        return lines.readLine();
    }

    private TarArchiveInputStream open(String containerId, String path) {
        return new TarArchiveInputStream(engine.containers().getArchive(containerId, path));
    }

    private void list(String containerId, String path) throws IOException {
        Set<String> names = new TreeSet<>();
        try (TarArchiveInputStream tar = open(containerId, path)) {
            String top = "";
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (top.isEmpty()) {
                    top = entry.getName();
                    if (!entry.isDirectory()) {
                        names.add(top);
                    }
                }
                String below = entry.getName().startsWith(top) ? entry.getName().substring(top.length()) : "";
                int slash = below.indexOf('/');
                if (!below.isEmpty()) {
                    names.add(slash < 0 ? below : below.substring(0, slash + 1));
                }
            }
        }
        names.forEach(terminal.out()::println);
    }

    private void print(String containerId, String path) throws IOException {
        try (TarArchiveInputStream tar = open(containerId, path)) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null || !entry.isFile()) {
                terminal.out().println("[" + path + "] is no file.");
                return;
            }
            tar.transferTo(terminal.out());
            terminal.out().flush();
        }
    }

    private void copy(String containerId, String path, String target) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        try (TarArchiveInputStream tar = open(containerId, path)) {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry != null && entry.isFile()) {
                Path file = Path.of(target.isEmpty() ? name : target);
                Files.copy(tar, file);
                terminal.out().println("Copied to [" + file + "].");
                return;
            }
        }
        Path file = Path.of(target.isEmpty() ? name + ".tar" : target);
        try (InputStream tar = engine.containers().getArchive(containerId, path)) {
            Files.copy(tar, file);
        }
        terminal.out().println("Copied to [" + file + "].");
    }
}
