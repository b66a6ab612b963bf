package dev.nodestart.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The terminal that standard input is. While this is open, keys go to the other side as they are pressed; closing it
 * gives the terminal back as it was, and so does the end of the process.
 */
final class LocalTerminal implements Closeable {
    private final String saved;
    private final Thread hook = new Thread(this::restore, "nodestart-terminal");

    private LocalTerminal(String saved) {
        this.saved = saved;
    }

    /** Takes the terminal over; empty where standard input is none. */
    static Optional<LocalTerminal> takeOver() {
        Optional<String> settings = stty("-g");
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        LocalTerminal terminal = new LocalTerminal(settings.get());
        Runtime.getRuntime().addShutdownHook(terminal.hook);
        return stty("raw", "-echo").map(done -> terminal);
    }

    /**
     * How large it is.
     *
     * @param rows lines
     * @param columns characters in a line
     */
    record Size(int rows, int columns) {
        static Optional<Size> parse(String text) {
            String[] words = text.strip().split(" ", -1);
            return words.length == 2 && words[0].matches("[1-9]\\d{0,4}") && words[1].matches("[1-9]\\d{0,4}")
                    ? Optional.of(new Size(Integer.parseInt(words[0]), Integer.parseInt(words[1])))
                    : Optional.empty();
        }
    }

    Optional<Size> size() {
        return stty("size").flatMap(Size::parse);
    }

    private void restore() {
        // where it fails, the terminal is gone
        stty(saved);
    }

    @Override
    public void close() {
        restore();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** Java cannot set a terminal's modes; {@code stty} is on every system that has terminals. */
    private static Optional<String> stty(String... arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
