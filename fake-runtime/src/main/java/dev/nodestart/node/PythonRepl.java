package dev.nodestart.node;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One live Python REPL, spoken to in frames over its first standard input and output. */
final class PythonRepl {
    private static final long KILL_MILLIS = 5_000;

    private final Process process;
    private final InputStream in;
    private final Answers commands;
    private final File stderr;
    private volatile @Nullable Cell running;

    private PythonRepl(Process process, File stderr) {
        this.process = process;
        this.in = new BufferedInputStream(process.getInputStream());
        this.commands = new Answers(process.getOutputStream());
        this.stderr = stderr;
    }

    /** Starts a REPL and waits until it takes commands. */
    static PythonRepl start(Notebook notebook, String script) throws IOException, InterruptedException, ReplFailure {
        ProcessBuilder builder = notebook.python(script, String.join(",", notebook.conf.replImports()));
        // else the kernel's debugger warns on every start
        builder.environment().put("PYDEVD_DISABLE_FILE_VALIDATION", "1");
        File stderr = new File(Children.HOME, "logs/python-repl.stderr");
        builder.redirectError(stderr);
        try {
            PythonRepl repl = new PythonRepl(builder.start(), stderr);
            repl.awaitReady();
            return repl;
        } catch (IOException e) {
            throw new ReplFailure(e.toString()); // dcs.md F08
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Runs one command to its end. */
    void run(Cell cell) throws IOException, InterruptedException {
        running = cell;
        try {
            commands.part("RUN", "0", cell.code());
            for (Optional<String[]> words = Frames.header(in); words.isPresent(); words = Frames.header(in)) {
                String[] header = words.get();
                if (header[0].equals("END")) {
                    cell.end(header[1], Integer.parseInt(header[2]));
                    return;
                }
                cell.part(header[0], Frames.body(in, header[1]));
            }
            if (cell.isCancelled()) {
                cell.end("cancelled", 1);
                return;
            }
            cell.fail("The Python kernel died (exit code " + process.waitFor() + "). " + Children.textOrEmpty(stderr));
        } finally {
            running = null;
        }
    }

    /** Interrupts the running command, and kills the REPL when that does not end it. */
    void interrupt() {
        Cell interrupted = running;
        commands.line("CANCEL");
        Thread killer = new Thread(
                () -> {
                    try {
                        Thread.sleep(KILL_MILLIS);
                    } catch (InterruptedException e) {
                        return;
                    }
                    if (interrupted != null && !interrupted.isEnded()) {
                        process.destroyForcibly();
                    }
                },
                "session-cancel");
        killer.setDaemon(true);
        killer.start();
    }

    /** What a start-up file prints before the REPL took its pipes is passed over. */
    private void awaitReady() throws IOException, InterruptedException, ReplFailure {
        for (Optional<String[]> words = Frames.header(in); words.isPresent(); words = Frames.header(in)) {
            String[] header = words.get();
            if (header[0].equals("READY")) {
                return;
            }
            if (header[0].equals("FAIL") && header.length == 2) {
                byte[] text = Frames.body(in, header[1]);
                process.destroyForcibly();
                throw new ReplFailure(new String(text, StandardCharsets.UTF_8));
            }
        }
        throw new ReplFailure("java.lang.Exception: Unable to start Python kernel (exit code " + process.waitFor()
                + "). " + Children.textOrEmpty(stderr));
    }
}
