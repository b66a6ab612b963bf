package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The notebook's Python, started by its first command. */
final class PythonSession implements Session {
    private static final String SCRIPTS = "/databricks/python_shell/scripts/";

    private final NodeConf conf;
    private @Nullable PythonRepl repl;
    private @Nullable File environment;

    PythonSession(NodeConf conf) {
        this.conf = conf;
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
        if (environment == null && NotebookEnvironment.isWanted(conf)) {
            environment = NotebookEnvironment.create(conf);
        }
        String script = SCRIPTS + (conf.ipykernel() ? "db_ipykernel_launcher.py" : "PythonShell.py");
        PythonRepl started = PythonRepl.start(conf, environment, script);
        synchronized (this) {
            repl = started;
        }
        return started;
    }
}
