package dev.nodestart.node;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The notebook's Python, started by its first command. */
final class PythonSession implements Session {
    private static final String SCRIPTS = "/databricks/python_shell/scripts/";

    private final Notebook notebook;
    private @Nullable PythonRepl repl;

    PythonSession(Notebook notebook) {
        this.notebook = notebook;
    }

    @Override
    public void run(Cell cell) throws Exception {
        try {
            live().run(cell);
        } catch (ReplFailure e) {
            cell.fail(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void cancel() {
        PythonRepl live = current();
        if (live != null) {
            live.interrupt();
        }
    }

    @Override
    public boolean isAlive() {
        PythonRepl live = current();
        return live != null && live.isAlive();
    }

    private synchronized @Nullable PythonRepl current() {
        return repl;
    }

    private PythonRepl live() throws IOException, InterruptedException, ReplFailure {
        PythonRepl live = current();
        if (live != null && live.isAlive()) {
            return live;
        }
        String script = SCRIPTS + (notebook.conf.ipykernel() ? "db_ipykernel_launcher.py" : "PythonShell.py");
        PythonRepl started = PythonRepl.start(notebook, script);
        synchronized (this) {
            repl = started;
        }
        return started;
    }
}
