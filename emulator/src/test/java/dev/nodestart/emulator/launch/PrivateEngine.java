package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * An engine of a test's own, to be broken: with its own socket and data, and in its own network and mounts, because a
 * daemon that starts sets up, or takes away, the bridge [docker0] of the machine that it finds itself on.
 */
final class PrivateEngine implements AutoCloseable {
    private final Path folder;

    private PrivateEngine(Path folder) {
        this.folder = folder;
    }

    static PrivateEngine start(Path folder) throws IOException {
        return start(folder, "true");
    }

    /** Its images and containers lie on a disk of that size, in megabytes. */
    static PrivateEngine onDisk(Path folder, int megabytes) throws IOException {
        return start(folder, "mount -t tmpfs -o size=" + megabytes + "m tmpfs " + folder.resolve("data"));
    }

    private static PrivateEngine start(Path folder, String prepare) throws IOException {
        PrivateEngine engine = new PrivateEngine(folder);
        Files.createDirectories(engine.data());
        engine.run(
                List.of("unshare", "--net", "--mount", "--propagation=slave"),
                "place",
                "sh",
                "-c",
                "ip link set lo up && " + prepare + " && exec sleep infinity");
        engine.containerd();
        engine.begin();
        return engine;
    }

    /** A command in its network and among its mounts. */
    void inside(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(enter());
        command.addAll(List.of(words));
        asRoot(command.toArray(String[]::new));
    }

    private List<String> enter() throws IOException {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Files.exists(folder.resolve("place.pid")) && Files.size(folder.resolve("place.pid")) > 1);
        return List.of(
                "nsenter",
                "--net",
                "--mount",
                "-t",
                Files.readString(folder.resolve("place.pid")).strip());
    }

    /** As on a real machine it outlives the daemon. */
    private void containerd() throws IOException {
        Files.writeString(
                folder.resolve("containerd.toml"), "version = 2\ndisabled_plugins = [\"io.containerd.grpc.v1.cri\"]\n");
        background(
                "containerd",
                "--config=" + folder.resolve("containerd.toml"),
                "--root=" + folder.resolve("containerd"),
                "--state=" + folder.resolve("exec/containerd"),
                "--address=" + folder.resolve("containerd.sock"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("containerd.sock")));
    }

    private void background(String... words) throws IOException {
        run(enter(), words[0], words);
    }

    private void run(List<String> where, String name, String... words) throws IOException {
        List<String> command = new ArrayList<>(where);
        command.addAll(List.of(
                "sh",
                "-c",
                "echo $$ >\"$0\"; exec \"$@\"",
                folder.resolve(name + ".pid").toString()));
        command.addAll(List.of(words));
        new ProcessBuilder(command(command.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /** Starts the daemon, once more after it was killed. */
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        background(
                "dockerd",
                "--host=" + address(),
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--iptables=false",
                "--ip6tables=false",
                "--containerd=" + folder.resolve("containerd.sock"),
                "--group=0");
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            connect().close();
            return true;
        });
    }

    URI address() {
        return URI.create("unix://" + folder.resolve("socket"));
    }

    Path data() {
        return folder.resolve("data");
    }

    Engine connect() {
        return Engine.connect(address(), Optional.empty());
    }

    /** Takes an image over from another engine. */
    void load(Engine other, String image) throws IOException, InterruptedException {
        String pipe = "docker -H '" + other.address() + "' save '" + image + "' | docker -H '" + address() + "' load";
        asRoot("sh", "-c", pipe);
    }

    /** Ends the daemon at once, as the kernel does where memory is short. */
    void kill() throws IOException, InterruptedException {
        asRoot("sh", "-c", "kill -9 $(cat " + folder.resolve("dockerd.pid") + ") && rm -f " + folder.resolve("pid"));
    }

    @Override
    public void close() throws IOException {
        try {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The engine in [" + folder + "] could not be ended.", e);
        }
    }

    private void end() throws IOException, InterruptedException {
        asRoot("sh", "-c", """
                cd %s
                for daemon in dockerd containerd place; do
                    pid=$(cat $daemon.pid) || continue
                    kill $pid
                    while kill -0 $pid 2>/dev/null && ! grep -q '^State:.Z' /proc/$pid/status; do sleep 0.1; done
                done
                cd / && rm -rf %s
                """.formatted(folder, folder));
    }

    static void asRoot(String... words) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(words)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(List.of(words) + " failed: " + said);
        }
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        if (!System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("sudo", "-n"));
        }
        command.addAll(List.of(words));
        return command;
    }
}
