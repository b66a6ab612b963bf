package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shell or an R that reads the paths of command files and marks in its output where each command ended. */
final class MarkedSession implements Session {
    private final String name;
    private final String start;
    private final String[] command;
    private @Nullable MarkedProcess process;
    private int commands;

    private MarkedSession(String name, String start, String... command) {
        this.name = name;
        this.start = start;
        this.command = command;
    }

    static MarkedSession shell() {
        return new MarkedSession(
                "sh", "The shell session cannot start", "bash", "--norc", "/databricks/.nodestart/sessions/shell.sh");
    }

    static MarkedSession r() {
        return new MarkedSession(
                "r",
                "The R session cannot start. The image needs an [R] on the PATH",
                "R",
                "--slave",
                "--no-restore",
                "--no-save",
                "-f",
                "/databricks/.nodestart/sessions/session.R",
                "--args");
    }

    @Override
    public void run(Cell cell) throws Exception {
        MarkedProcess session;
        try {
            session = live();
        } catch (IOException e) {
            cell.fail(start + ": " + e.getMessage());
            return;
        }
        File code = new File(Children.SCRATCH, "command-" + name + "-" + ++commands);
        Files.write(code.toPath(), cell.code());
        session.run(cell, code.getPath());
        Files.deleteIfExists(code.toPath());
    }

    @Override
    public void cancel() {
        MarkedProcess session = current();
        if (session != null) {
            session.interrupt();
        }
    }

    @Override
    public boolean isAlive() {
        MarkedProcess session = current();
        return session != null && session.isAlive();
    }

    private synchronized @Nullable MarkedProcess current() {
        return process;
    }

    private synchronized MarkedProcess live() throws IOException, InterruptedException {
        MarkedProcess session = process;
        if (session == null || !session.isAlive()) {
            String mark = Children.uuid();
            List<String> words = new ArrayList<>(Arrays.asList(command));
            words.add(mark);
            session = MarkedProcess.start(Children.builder(words), mark);
            process = session;
        }
        return session;
    }
}
