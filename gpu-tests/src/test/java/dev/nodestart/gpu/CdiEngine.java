package dev.nodestart.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An engine of the tests' own that reads CDI specifications, with NVIDIA's container runtime where that can be had
 * ({@code gpu-tests/cdi-engine/fetch}). In a network and a mount table of its own: an engine without a bridge removes that
 * of the machine's other engine.
 */
final class CdiEngine {
    private final Path folder;
    private final Process dockerd;
    private final Engine engine;
    private final String version;
    private final String runtime;

    private CdiEngine(Path folder, Process dockerd, Engine engine, String version, String runtime) {
        this.folder = folder;
        this.dockerd = dockerd;
        this.engine = engine;
        this.version = version;
        this.runtime = runtime;
    }

    /** Starts it in a folder; the tests are left out with the reason where it cannot be had. */
    static CdiEngine start(Path folder) throws IOException, InterruptedException {
        assumeThat(System.getProperty("user.name"))
                .as("the user, who starts an engine")
                .isEqualTo("root");
        Path tools = cache();
        run(List.of("bash", "cdi-engine/fetch", tools.toString()));
        String version = Files.readString(tools.resolve("engine.txt")).strip();
        String runtime = Files.readString(tools.resolve("runtime.txt")).strip();
        assumeThat(version).as("an engine that reads CDI specifications").startsWith("ok ");
        boolean real = runtime.startsWith("ok ");
        Files.createDirectories(folder.resolve("cdi"));
        Files.createDirectories(folder.resolve("runtime-cdi"));
        String runtimes = real ? "\"nvidia\":{\"path\":\"" + nvidiaRuntime(folder, tools) + "\"}" : "";
        Files.writeString(folder.resolve("daemon.json"), """
                {"features":{"cdi":true},"cdi-spec-dirs":["%s"],"runtimes":{%s}}
                """.formatted(folder.resolve("cdi"), runtimes));
        ProcessBuilder builder = new ProcessBuilder(
                "unshare",
                "--net",
                "--mount",
                "sh",
                "-c",
                "ip link set lo up; exec \"$@\"",
                "sh",
                tools.resolve("engine/dockerd").toString(),
                "--config-file=" + folder.resolve("daemon.json"),
                "--host=" + socket(folder),
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--bridge=none",
                "--iptables=false",
                "--ip6tables=false",
                "--exec-opt=native.cgroupdriver=cgroupfs");
        builder.environment().merge("PATH", tools.resolve("engine").toString(), (path, first) -> first + ":" + path);
        Process dockerd = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("dockerd.log").toFile())
                .start();
        return new CdiEngine(folder, dockerd, connect(folder, dockerd), version.substring("ok ".length()), runtime);
    }

    Engine engine() {
        return engine;
    }

    /** Which engine and which runtime these are, for the report. */
    String describe() {
        return version + "; runtime nvidia: " + runtime;
    }

    /** Leaves the test out, with the reason, where NVIDIA's runtime is not there; a stand-in has a test of its own. */
    void assumeNvidiaRuntime() {
        assumeThat(runtime).as("NVIDIA's container runtime").startsWith("ok ");
    }

    /** What the engine reads. */
    Path specification() {
        return folder.resolve("cdi/nvidia.json");
    }

    /** What NVIDIA's runtime reads, which need not be the same. */
    Path runtimeSpecification() {
        return folder.resolve("runtime-cdi/nvidia.json");
    }

    /** Takes an image of another engine over, flattened. */
    void take(Engine from, String image, String as) throws IOException {
        String id = from.containers()
                .create(ContainerRequest.once(
                        "nodestart-gpu-test-" + ProcessHandle.current().pid(),
                        image,
                        "0:0",
                        List.of("/bin/true"),
                        Map.of()));
        try (InputStream files = from.containers().getArchive(id, "/")) {
            List<String> variables = from.images().inspect(image).orElseThrow().env().entrySet().stream()
                    .map(variable -> "ENV " + variable.getKey() + "=" + variable.getValue())
                    .toList();
            engine.images().importTar(files, as, "1", variables);
        } finally {
            from.containers().remove(id);
        }
    }

    void stop() throws IOException, InterruptedException {
        engine.close();
        dockerd.destroy();
        assertThat(dockerd.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // the images' own links would each be warned of
        run(List.of("rm", "-rf", folder.resolve("data").toString()));
    }

    private static Path nvidiaRuntime(Path folder, Path tools) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config/nvidia-container-runtime"));
        Files.writeString(config.resolve("config.toml"), """
                [nvidia-container-runtime]
                mode = "cdi"
                debug = "%s"
                runtimes = ["runc"]
                [nvidia-container-runtime.modes.cdi]
                default-kind = "nvidia.com/gpu"
                spec-dirs = ["%s"]
                """.formatted(
                        folder.resolve("runtime.log"), folder.resolve("runtime-cdi")));
        return script(
                folder.resolve("nvidia-container-runtime"),
                "#!/bin/sh\nXDG_CONFIG_HOME=" + folder.resolve("config") + " exec "
                        + tools.resolve("runtime/nvidia-container-runtime") + " \"$@\"\n");
    }

    private static Path script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static Engine connect(Path folder, Process dockerd) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return Engine.connect(URI.create(socket(folder)), Optional.empty());
            } catch (EngineUnavailableException e) {
                if (attempt == 150 || !dockerd.isAlive()) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private static String socket(Path folder) {
        return "unix://" + folder.resolve("docker.sock");
    }

    private static Path cache() {
        String home = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return (home.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home))
                .resolve("nodestart-tests/cdi-engine");
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
