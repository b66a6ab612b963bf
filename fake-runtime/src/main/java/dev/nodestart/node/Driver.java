package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** The driver daemon: makes the cluster libraries' environment, then takes commands. */
public final class Driver {
    private static final File CLUSTER_LIBRARIES = new File("/local_disk0/.ephemeral_nfs/cluster_libraries");
    private static final File VIRTUALENV_LOG = new File("/databricks/driver/logs/virtualenv.log");

    private Driver() {}

    /** Starts the driver and serves commands; reports {@code driver-down} and ends the JVM where it cannot start. */
    public static void main() {
        try {
            start(new NodeConf(System.getenv()));
        } catch (Exception e) {
            e.printStackTrace();
            Report.send("driver-down", "cause", e.toString());
            System.exit(1);
        }
    }

    private static void start(NodeConf conf) throws IOException, InterruptedException {
        // virtualenv takes longest, and nothing else of the start depends on it.
        Process virtualenv = conf.driverNfs() ? startVirtualenv() : null;
        SessionServer server = SessionServer.open(SessionServer.PORT);
        Map<String, Lane> lanes = lanes(conf);
        if (virtualenv != null) {
            awaitVirtualenv(virtualenv);
        }
        Report.send("driver-healthy", "java", System.getProperty("java.version"));
        server.serve(lanes);
    }

    /** The environment for cluster libraries; its failure keeps the driver down (dcs.md F01). */
    private static Process startVirtualenv() throws IOException {
        return Virtualenv.start(CLUSTER_LIBRARIES, VIRTUALENV_LOG, "python");
    }

    private static void awaitVirtualenv(Process virtualenv) throws IOException, InterruptedException {
        int code = virtualenv.waitFor();
        if (code != 0) {
            String said = new String(Files.readAllBytes(VIRTUALENV_LOG.toPath()), StandardCharsets.UTF_8).trim();
            throw new IOException(
                    "virtualenv (in directory \"" + CLUSTER_LIBRARIES + "\") exited with code " + code + ": " + said);
        }
    }

    private static Map<String, Lane> lanes(NodeConf conf) {
        Map<String, Lane> lanes = new LinkedHashMap<>();
        Notebook notebook = new Notebook(conf);
        lanes.put("python", new Lane("python", new PythonSession(notebook)));
        lanes.put("python-process", new Lane("python-process", new PythonProcess(notebook)));
        lanes.put("r", new Lane("r", MarkedSession.r()));
        lanes.put("sh", new Lane("sh", MarkedSession.shell()));
        lanes.put("jar", new Lane("jar", new JarSession()));
        return lanes;
    }
}
