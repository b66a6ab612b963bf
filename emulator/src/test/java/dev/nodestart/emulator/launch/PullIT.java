package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.registry.Platform;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.registry.Fault;
import dev.nodestart.emulator.testing.registry.FaultProxy;
import dev.nodestart.emulator.testing.registry.ImagePusher.Pushed;
import dev.nodestart.emulator.testing.registry.ManifestStyle;
import dev.nodestart.emulator.testing.registry.RegistryServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Given registries good and bad, when a launch pulls from them, then it gets the image or ends with the API's code. The
 * images hold random bytes: a launch that gets one ends in the next stages, because it has no shell.
 */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PullIT {
    private final List<String> pulled = new ArrayList<>();
    private RegistryServer registry;
    private Engine engine;

    @TempDir
    private Path folder;

    @BeforeAll
    void start(Engine testEngine) {
        engine = testEngine;
        registry = RegistryServer.startOpen();
    }

    @AfterAll
    void stop() {
        pulled.forEach(image -> engine.images().remove(image, true));
        registry.close();
    }

    private Launch launch(LaunchCase launch) throws InterruptedException {
        try (LaunchedCluster cluster = launch.launch(engine)) {
            cluster.launch().image().ifPresent(image -> pulled.add(image.id()));
            return cluster.launch();
        }
    }

    private Launch pull(String image) throws InterruptedException {
        return launch(LaunchCase.of(folder, image).pull(PullPolicy.ALWAYS));
    }

    private static void isRefused(Launch launch, String code, String... words) {
        assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.TERMINATED);
        assertThat(launch.termination().orElseThrow().code()).isEqualTo(code);
        assertThat(launch.stateMessage().orElseThrow()).contains(words);
        assertThat(launch.stages())
                .filteredOn(run -> run.outcome() == StageOutcome.FAILED)
                .extracting(run -> run.stage())
                .containsExactly(Stage.PULL_IMAGE);
        assertThat(launch.nodes()).isEmpty();
    }

    private static void wasPulled(Launch launch, String digest) {
        assertThat(launch.image().orElseThrow().digest())
                .hasValueSatisfying(known -> assertThat(known).endsWith(digest));
        assertThat(launch.stateMessage().orElseThrow()).contains("The image has no shell at /bin/sh");
    }

    @Test
    void policyAlwaysTakesTheNewImageAndMissingTheOldOne() throws InterruptedException {
        String image = registry.address() + "/policy:1";
        Pushed old = registry.pusher().pushSmall("policy", "1");
        wasPulled(launch(LaunchCase.of(folder, image).pull(PullPolicy.MISSING)), old.digest());

        Pushed changed = registry.pusher().push("policy", "1", Platform.NODE, 2, 2_000, ManifestStyle.OCI);
        wasPulled(launch(LaunchCase.of(folder, image).pull(PullPolicy.MISSING)), old.digest());
        wasPulled(launch(LaunchCase.of(folder, image).pull(PullPolicy.NEVER)), old.digest());
        wasPulled(launch(LaunchCase.of(folder, image).pull(PullPolicy.ALWAYS)), changed.digest());
    }

    @Test
    void policyNeverDoesNotAskTheRegistry() throws InterruptedException {
        try (FaultProxy proxy = FaultProxy.plain(registry.port())) {
            String image = proxy.address() + "/never:1";
            isRefused(
                    launch(LaunchCase.of(folder, image).pull(PullPolicy.NEVER)),
                    "DOCKER_IMAGE_PULL_FAILURE",
                    "The image [" + image + "] is not on the engine, and the pull policy is never.");
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void passwordOfTheSpecComesFromASecret() throws InterruptedException {
        try (RegistryServer locked = RegistryServer.startWithPassword()) {
            Pushed image = locked.pusher().pushSmall("private", "1");
            wasPulled(launch(withAuth(locked, RegistryServer.CREDENTIALS.secret())), image.digest());
            isRefused(launch(withAuth(locked, "wrong")), "DOCKER_IMAGE_PULL_FAILURE", "private");
            isRefused(pull(locked.address() + "/private:1"), "DOCKER_IMAGE_PULL_FAILURE", "private");
        }
    }

    private LaunchCase withAuth(RegistryServer locked, String password) {
        return LaunchCase.spec(folder, """
                        {"cluster_name": "pull", "spark_version": "15.4.x-scala2.12", "num_workers": 0,
                         "data_security_mode": "SINGLE_USER", "node_type_id": "i3.xlarge",
                         "docker_image": {"url": "%s/private:1", "basic_auth":
                           {"username": "alice", "password": "{{secrets/registry/password}}"}}}
                        """.formatted(locked.address()))
                .pull(PullPolicy.ALWAYS)
                .secret("registry/password", password);
    }

    @Test
    void missingTagAndRepositoryAreNamed() throws InterruptedException {
        registry.pusher().pushSmall("there", "1");
        isRefused(pull(registry.address() + "/there:absent"), "DOCKER_IMAGE_PULL_FAILURE", "there:absent");
        isRefused(pull(registry.address() + "/absent:1"), "DOCKER_IMAGE_PULL_FAILURE", "absent:1");
    }

    @Test
    void imagesOfOtherSystemsAreRefusedBeforeTheirLayersAreFetched() throws InterruptedException {
        Pushed windows = registry.pusher()
                .push("windows", "1", new Platform("windows", "amd64", ""), 2, 1_000, ManifestStyle.DOCKER);
        Pushed arm =
                registry.pusher().push("arm", "1", new Platform("linux", "arm64", "v8"), 2, 1_000, ManifestStyle.OCI);
        try (FaultProxy proxy = FaultProxy.plain(registry.port())) {
            isRefused(
                    pull(proxy.address() + "/windows:1"),
                    "DOCKER_INVALID_OS_EXCEPTION",
                    "is for [windows/amd64], and a node needs [linux/amd64]");
            isRefused(
                    pull(proxy.address() + "/arm:1"),
                    "DOCKER_INVALID_OS_EXCEPTION",
                    "is for [linux/arm64/v8], and a node needs [linux/amd64]");
            assertThat(layersFetched(proxy, windows, arm)).isZero();
        }
    }

    @Test
    void imageLargerThanTheNodesDiskIsRefusedBeforeItsLayersAreFetched() throws InterruptedException {
        Pushed image = registry.pusher().push("large", "1", Platform.NODE, 2, 40_000, ManifestStyle.DOCKER);
        try (FaultProxy proxy = FaultProxy.plain(registry.port())) {
            LaunchCase wanted =
                    LaunchCase.of(folder, proxy.address() + "/large:1").pull(PullPolicy.ALWAYS);
            try (LaunchedCluster cluster = wanted.launchOnDisk(engine, 50_000)) {
                isRefused(
                        cluster.launch(),
                        "DOCKER_IMAGE_TOO_LARGE_FOR_INSTANCE_EXCEPTION",
                        "Make the image smaller, or choose a node type with a larger disk.");
            }
            assertThat(layersFetched(proxy, image)).isZero();
        }
    }

    private static long layersFetched(FaultProxy proxy, Pushed... images) {
        return proxy.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .filter(request -> List.of(images).stream()
                        .flatMap(image -> image.layerDigests().stream())
                        .anyMatch(request.path()::contains))
                .count();
    }

    @Test
    void layerThatStallsIsGivenUpAtTheLimit() throws InterruptedException {
        Pushed image = registry.pusher().push("stall", "1", Platform.NODE, 1, 500_000, ManifestStyle.DOCKER);
        try (FaultProxy proxy =
                FaultProxy.plain(registry.port()).on(image.layerDigests().get(0), new Fault.StallAfter(50_000))) {
            Limits limits = new Limits(
                    Duration.ofSeconds(2),
                    Limits.DEFAULT.engineCall(),
                    Limits.DEFAULT.initScript(),
                    Limits.DEFAULT.spark(),
                    Limits.DEFAULT.lease());
            isRefused(
                    launch(LaunchCase.of(folder, proxy.address() + "/stall:1")
                            .pull(PullPolicy.ALWAYS)
                            .limits(limits)),
                    "DOCKER_IMAGE_PULL_FAILURE",
                    "nothing moved for 2 s");
        }
    }

    @Test
    void serverErrorIsTriedAgain() throws InterruptedException {
        Pushed image = registry.pusher().pushSmall("shaky", "1");
        Fault fault = Fault.status(500, "UNKNOWN", "on fire");
        try (FaultProxy once = FaultProxy.plain(registry.port())
                        .on(request -> request.path().contains("/manifests/"), fault, 3);
                FaultProxy always = FaultProxy.plain(registry.port()).on("/manifests/", fault)) {
            Heard heard = new Heard();
            try (LaunchedCluster cluster = LaunchCase.of(folder, once.address() + "/shaky:1")
                    .pull(PullPolicy.ALWAYS)
                    .launch(engine, heard)) {
                cluster.launch().image().ifPresent(found -> pulled.add(found.id()));
                wasPulled(cluster.launch(), image.digest());
            }
            assertThat(heard.lines()).anyMatch(line -> line.startsWith("note Pull failed, trying again in 1 s: "));
            isRefused(pull(always.address() + "/shaky:1"), "DOCKER_IMAGE_PULL_FAILURE", "shaky:1");
        }
    }

    @Test
    void progressIsShownInBytesAndRate() throws InterruptedException {
        registry.pusher().push("slow", "1", Platform.NODE, 1, 600_000, ManifestStyle.DOCKER);
        Heard heard = new Heard();
        try (FaultProxy proxy = FaultProxy.plain(registry.port()).on("/blobs/", new Fault.Slow(300_000))) {
            try (LaunchedCluster cluster = LaunchCase.of(folder, proxy.address() + "/slow:1")
                    .pull(PullPolicy.ALWAYS)
                    .launch(engine, heard)) {
                cluster.launch().image().ifPresent(found -> pulled.add(found.id()));
            }
        }
        assertThat(heard.lines()).anyMatch(line -> line.matches("pulling .*[kM]B.*/s.*"));
    }
}
