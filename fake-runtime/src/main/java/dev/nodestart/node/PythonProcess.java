package dev.nodestart.node;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs code in the notebook's interpreter, each time in a process of its own beside the kernel, as {@code %pip} runs pip. */
final class PythonProcess implements Session {
    private final Notebook notebook;
    private @Nullable Process process;

    PythonProcess(Notebook notebook) {
        this.notebook = notebook;
    }

    @Override
    public void run(Cell cell) throws Exception {
        try {
            int code = runToEnd(cell);
            cell.end(code == 0 ? "ok" : "error", code);
        } catch (ReplFailure | IOException e) {
            cell.fail(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void cancel() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Override
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    private int runToEnd(Cell cell) throws IOException, InterruptedException, ReplFailure {
        // the node is thrown away, so no bytecode is kept
        Process started = notebook.python("-B", "-c", cell.text()).start();
        synchronized (this) {
            process = started;
        }
        if (cell.isCancelled()) {
            started.destroyForcibly();
        }
        started.getOutputStream().close();
        Thread errors = new Thread(() -> copy(started.getErrorStream(), cell::err), "process-stderr");
        errors.setDaemon(true);
        errors.start();
        copy(started.getInputStream(), cell::out);
        errors.join();
        return started.waitFor();
    }

    private static void copy(InputStream stream, Consumer<byte[]> part) {
        byte[] buffer = new byte[16_384];
        try {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                part.accept(Arrays.copyOf(buffer, n));
            }
        } catch (IOException e) {
            // the process was killed: what it wrote before was read
            return;
        }
    }
}
