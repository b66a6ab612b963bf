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

/** An engine of a test's own, to be broken: with its own socket, data, and no default bridge. */
final class PrivateEngine implements AutoCloseable {
    private final Path folder;

    private PrivateEngine(Path folder) {
        this.folder = folder;
    }

    static PrivateEngine start(Path folder) throws IOException, InterruptedException {
        PrivateEngine engine = new PrivateEngine(folder);
        engine.containerd();
        engine.begin();
        return engine;
    }

    /** Its images and containers lie on a disk of that size, in megabytes. */
    static PrivateEngine onDisk(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("data"));
        asRoot("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.resolve("data").toString());
        PrivateEngine engine = new PrivateEngine(folder);
        engine.containerd();
        engine.begin();
        return engine;
    }

    /** As on a real machine it outlives the daemon. */
    private void containerd() throws IOException {
        Files.writeString(folder.resolve("containerd.toml"), "version = 2\ndisabled_plugins = [\"io.containerd.grpc.v1.cri\"]\n");
        background(
                "containerd",
                "--config=" + folder.resolve("containerd.toml"),
                "--root=" + folder.resolve("containerd"),
                "--state=" + folder.resolve("exec/containerd"),
                "--address=" + folder.resolve("containerd.sock"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(folder.resolve("containerd.sock")));
    }

    private void background(String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "echo $$ >\"$0\"; exec \"$@\"", folder.resolve(words[0] + ".pid").toString()));
        command.addAll(List.of(words));
        new ProcessBuilder(command(command.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
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
                "--bridge=none",
                "--containerd=" + folder.resolve("containerd.sock"),
                "--group=0");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> {
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
    public void close() throws IOException, InterruptedException {
        asRoot("sh", "-c", """
                cd %s
                for daemon in dockerd containerd; do
                    pid=$(cat $daemon.pid) || continue
                    kill $pid
                    while kill -0 $pid 2>/dev/null && ! grep -q '^State:.Z' /proc/$pid/status; do sleep 0.1; done
                done
                for place in $(awk -v f=%s '$2 ~ "^" f {print $2}' /proc/mounts | sort -r); do umount -l $place; done
                rm -rf data exec containerd
                """.formatted(folder, folder));
    }

    static void asRoot(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(words)).redirectErrorStream(true).start();
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
