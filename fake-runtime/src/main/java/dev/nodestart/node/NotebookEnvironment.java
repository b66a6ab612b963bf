package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** The virtual environment that a notebook's Python gets (dcs.md §4.3, F04, F08). */
final class NotebookEnvironment {
    private static final File ENVS = new File("/local_disk0/.ephemeral_nfs/envs");
    private static final File OLD_ENVS = new File("/local_disk0/pythonVirtualEnvDirs");

    private NotebookEnvironment() {}

    /** Whether notebooks of this launch have an environment of their own. */
    static boolean isWanted(NodeConf conf) {
        return conf.libraryIsolation() && (conf.driverNfs() || !conf.ipykernel());
    }

    /** Makes an environment that also sees the packages of the root environment; gives its folder. */
    static File create(NodeConf conf) throws IOException, InterruptedException, ReplFailure {
        File parent = conf.ipykernel() ? ENVS : OLD_ENVS;
        String name = (conf.ipykernel() ? "pythonEnv-" : "virtualEnv-") + Children.uuid();
        File log = new File(parent, name + ".log");
        int code = start(conf, parent, name, log).waitFor();
        if (code != 0) {
            throw new ReplFailure("java.lang.Exception: virtualenv (in directory \"" + parent + "\") exited with code "
                    + code + ": " + Children.textOrEmpty(log));
        }
        Files.delete(log.toPath());
        File environment = new File(parent, name);
        showRootPackages(conf, environment);
        return environment;
    }

    private static Process start(NodeConf conf, File parent, String name, File log) throws ReplFailure {
        try {
            return Virtualenv.start(parent, log, "--system-site-packages", "-p", conf.python(), name);
        } catch (IOException e) {
            throw new ReplFailure("java.lang.Exception: " + e.getMessage()); // dcs.md F04
        }
    }

    private static void showRootPackages(NodeConf conf, File environment) throws IOException {
        File[] libs = new File(environment, "lib").listFiles((dir, name) -> name.startsWith("python"));
        for (File lib : libs == null ? new File[0] : libs) {
            String root = conf.pythonRoot() + "/lib/" + lib.getName() + "/site-packages";
            String line = "import site; site.addsitedir('" + root + "')\n";
            File link = new File(lib, "site-packages/_root_environment.pth");
            Files.write(link.toPath(), line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
