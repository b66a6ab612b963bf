package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.engine.GpuInjection;
import dev.nodestart.emulator.gpu.GpuChoice;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --runtime=nvidia} on an engine of the test's own, with a stand-in for NVIDIA's runtime. */
class GpuRuntimeIT {
    private static final String STAND_IN = "nvidia-stand-in.sh";

    @TempDir
    Path folder;

    private Optional<Process> dockerd = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("the user, who starts an engine")
                .isEqualTo("root");
        assumeThat(Files.isExecutable(Path.of("/usr/sbin/dockerd")))
                .as("dockerd is here")
                .isTrue();
        Path standIn = folder.resolve(STAND_IN);
        try (InputStream script = Objects.requireNonNull(GpuRuntimeIT.class.getResourceAsStream(STAND_IN))) {
            Files.copy(script, standIn);
        }
        assertThat(standIn.toFile().setExecutable(true)).isTrue();
        Files.writeString(Files.createDirectories(folder.resolve("driver")).resolve("libcuda.so.1"), "a driver\n");
        // in a network of its own: an engine without a bridge removes the bridge of the machine's other engine
        dockerd = Optional.of(new ProcessBuilder(
                        "unshare",
                        "--net",
                        "/usr/sbin/dockerd",
                        "--host=unix://" + socket(),
                        "--data-root=" + folder.resolve("data"),
                        "--exec-root=" + folder.resolve("exec"),
                        "--pidfile=" + folder.resolve("pid"),
                        "--bridge=none",
                        "--iptables=false",
                        "--storage-driver=vfs",
                        "--add-runtime=nvidia=" + standIn)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start());
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (dockerd.isPresent()) {
            dockerd.get().destroy();
            assertThat(dockerd.get().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void autoTakesTheRuntimeThatTheEngineHasAndItMountsTheDriver() throws IOException, InterruptedException {
        try (Engine engine = engine()) {
            GpuChoice choice = GpuChoice.of(
                    new GpuRequest.All(), Optional.empty(), EngineOffer.of(engine, GpuWish.NONE), (way, injection) -> {
                        throw new AssertionError("[" + way + "] was tried");
                    });
            assertThat(choice.access().way()).contains(GpuWay.RUNTIME);
            image(engine);

            assertThat(seen(engine, choice)).isEqualTo(new OneShot(0, "a driver\n"));
            assertThat(seen(engine, none()).exitCode()).isNotZero();
        }
    }

    private static GpuChoice none() {
        return new GpuChoice(new GpuAccess("", Optional.empty(), "", "", List.of(), Map.of()), GpuInjection.NONE);
    }

    private static OneShot seen(Engine engine, GpuChoice choice) {
        String id = engine.containers()
                .create(ContainerRequest.once(
                                "look",
                                "tiny:1",
                                "0:0",
                                List.of("/bin/cat", "/usr/lib/x86_64-linux-gnu/libcuda.so.1"),
                                Map.of())
                        .with(fittings -> fittings.withGpu(choice.injection())));
        try {
            return OneShot.run(engine, id);
        } finally {
            engine.containers().remove(id);
        }
    }

    /** The host's own cat and what it loads. */
    private void image(Engine engine) throws IOException, InterruptedException {
        Path tar = folder.resolve("tiny.tar");
        Process packing = new ProcessBuilder(
                        "tar",
                        "-C",
                        "/",
                        "-chf",
                        tar.toString(),
                        "bin/cat",
                        "lib64/ld-linux-x86-64.so.2",
                        "lib/x86_64-linux-gnu/libc.so.6")
                .inheritIO()
                .start();
        assertThat(packing.waitFor()).isZero();
        try (InputStream stream = Files.newInputStream(tar)) {
            engine.images().importTar(stream, "tiny", "1", List.of());
        }
    }

    private Engine engine() throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return Engine.connect(URI.create("unix://" + socket()), Optional.empty());
            } catch (EngineUnavailableException e) {
                if (attempt == 150 || !dockerd.orElseThrow().isAlive()) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private Path socket() {
        return folder.resolve("docker.sock");
    }
}
