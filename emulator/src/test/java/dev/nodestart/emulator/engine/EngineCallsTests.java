package dev.nodestart.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of an engine, and what its answers become. */
class EngineCallsTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Engine connect(FakeEngine fake) {
        return Engine.connect(fake.address(), Optional.empty());
    }

    private static void sameJson(String body, String fixture) throws IOException {
        try (InputStream expected =
                Objects.requireNonNull(EngineCallsTests.class.getResourceAsStream(fixture), fixture)) {
            assertThat(JSON.readTree(body)).isEqualTo(JSON.readTree(expected));
        }
    }

    @Test
    void createForADriverAsksForWhatANodeIs() throws IOException {
        ContainerRequest request = new ContainerRequest(
                "host-1",
                "sha256:abc",
                "host-1",
                List.of("/bin/sh", "/databricks/.nodestart/node.sh"),
                "nodestart-1",
                "10.139.7.10",
                Map.of("dev.nodestart.run", "run-1"),
                OptionalLong.of(4_000_000_000L),
                OptionalLong.of(1_073_741_824L),
                "0:0",
                true);
        try (FakeEngine fake =
                        FakeEngine.speaking("1.41").answering("/v1.41/containers/create", 201, "{\"Id\":\"c1\"}");
                Engine engine = connect(fake)) {
            assertThat(engine.containers().create(request)).isEqualTo("c1");

            String[] call = fake.calls().get(0).split("\n", 2);
            assertThat(call[0]).isEqualTo("POST /v1.41/containers/create?name=host-1");
            sameJson(call[1], "driver.json");
        }
    }

    @Test
    void createWithGpusAsksForThemInTheEnginesWords() throws IOException {
        GpuInjection everything = new GpuInjection(
                List.of(
                        new GpuInjection.Wish("", -1, List.of(), "gpu"),
                        new GpuInjection.Wish("cdi", 0, List.of("nvidia.com/gpu=0"), "")),
                Optional.of("nvidia"),
                List.of("NVIDIA_VISIBLE_DEVICES=void"),
                List.of("/dev/nvidia0"),
                List.of(new Mount("bind", "/d/libcuda.so.1", "/usr/lib/libcuda.so.1", true)));
        ContainerRequest plain = ContainerRequest.once("look", "acme/image:1", "0:0", List.of("x"), Map.of());
        JsonNode json = plain.with(fittings -> fittings.withGpu(everything)).toJson();
        ObjectNode host = (ObjectNode) json.path("HostConfig");
        host.remove(List.of("NetworkMode", "Init"));

        ObjectNode seen = JSON.createObjectNode();
        seen.set("Env", json.path("Env"));
        seen.set("HostConfig", host);
        sameJson(seen.toString(), "gpu-explicit.json");
        assertThat(plain.with(fittings -> fittings.withGpu(GpuInjection.NONE)).toJson())
                .isEqualTo(plain.toJson());
    }

    @Test
    void createForOneCommandAsksForNoNetworkAndNoLimits() throws IOException {
        sameJson(
                ContainerRequest.once("look", "acme/image:1", "app", List.of("mkdir", "-p", "/x"), Map.of("a", "b"))
                        .toJson()
                        .toString(),
                "one-shot.json");
    }

    @Test
    void createOfANetworkAsksForItsSubnet() throws IOException {
        try (FakeEngine fake = FakeEngine.speaking("1.41").answering("/v1.41/networks/create", 201, "{\"Id\":\"n1\"}");
                Engine engine = connect(fake)) {
            assertThat(engine.networks().create("nodestart-1", "10.139.7.0/24", Map.of("dev.nodestart.run", "run-1")))
                    .isEqualTo("n1");

            sameJson(fake.calls().get(0).split("\n", 2)[1], "network.json");
        }
    }

    @Test
    void inspectGivesTheVolumesOfTheImageInTheSameCall() {
        try (FakeEngine fake = FakeEngine.speaking("1.41")
                        .answering(
                                "/v1.41/images/acme/image:1/json",
                                200,
                                "{\"Id\":\"sha256:1\",\"Config\":{\"Volumes\":{\"/data\":{},\"/\":{}}}}");
                Engine engine = connect(fake)) {
            assertThat(engine.images().inspect("acme/image:1").orElseThrow().volumes())
                    .containsExactly("/data", "/");

            assertThat(fake.calls()).containsExactly("GET /v1.41/images/acme/image:1/json\n");
        }
    }

    @Test
    void connectTakesTheNewestVersionThatBothKnow() {
        try (FakeEngine newer = FakeEngine.speaking("1.99");
                Engine engine = connect(newer)) {
            assertThat(engine.apiVersion()).isEqualTo(ApiVersion.NEWEST_KNOWN);
        }
    }

    @Test
    void connectWhenEngineIsTooOldSaysWhatIsNeeded() {
        try (FakeEngine old = FakeEngine.speaking("1.40")) {
            assertThatThrownBy(() -> connect(old))
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessage("The container engine at [" + old.address() + "] speaks API version [1.40], but Docker"
                            + " Engine 20.10 with API version [1.41] or newer is needed");
        }
    }

    @Test
    void disconnectTakesAnAnswerThatIsNoJson() {
        try (FakeEngine podman = FakeEngine.speaking("1.41").answering("/v1.41/networks/n1/disconnect", 200, "OK");
                Engine engine = connect(podman)) {
            engine.networks().disconnect("n1", "c1");

            assertThat(podman.calls())
                    .containsExactly("POST /v1.41/networks/n1/disconnect\n{\"Container\":\"c1\",\"Force\":true}");
        }
    }

    @Test
    void connectWhenEngineSpeaksTlsOnlySaysWhatToSet() {
        try (FakeEngine tls = FakeEngine.refusing(400, "Client sent an HTTP request to an HTTPS server.\n")) {
            assertThatThrownBy(() -> connect(tls))
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessage("The container engine at [" + tls.address() + "] speaks TLS only: set"
                            + " DOCKER_TLS_VERIFY=1, and DOCKER_CERT_PATH to the folder of the client's ca.pem,"
                            + " cert.pem and key.pem.");
        }
    }

    @Test
    void connectWhenCertificatesAreMissingNamesThem(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("ca.pem"));
        URI address = URI.create("tcp://127.0.0.1:1");

        assertThatThrownBy(() -> Engine.connect(address, Optional.of(folder)))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("The container engine at [" + address + "] is to be reached over TLS, but the folder ["
                        + folder + "] has no [cert.pem, key.pem]: put the client's files there, or name their folder in"
                        + " DOCKER_CERT_PATH.");
    }

    @Test
    void connectWhenNothingListensSaysWhere() {
        URI closed;
        try (FakeEngine gone = FakeEngine.speaking("1.41")) {
            closed = gone.address();
        }
        assertThatThrownBy(() -> Engine.connect(closed, Optional.empty()))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageStartingWith("The container engine at [" + closed + "] does not answer: ");
    }

    @Test
    void refusalHasTheEnginesOwnMessage() {
        try (FakeEngine fake = FakeEngine.speaking("1.41")
                        .answering("/v1.41/containers/c1/start", 409, "{\"message\":\"in the way\"}")
                        .answering("/v1.41/containers/c2/start", 500, "plain")
                        .answering("/v1.41/containers/c3/start", 404, "");
                Engine engine = connect(fake)) {
            assertThatThrownBy(() -> engine.containers().start("c1"))
                    .isInstanceOfSatisfying(EngineException.class, e -> {
                        assertThat(e)
                                .hasMessage("The container engine refused POST [/containers/c1/start] with status 409:"
                                        + " in the way");
                        assertThat(e.isConflict()).isTrue();
                    });
            assertThatThrownBy(() -> engine.containers().start("c2"))
                    .hasMessage("The container engine refused POST [/containers/c2/start] with status 500: plain");
            assertThatThrownBy(() -> engine.containers().start("c3"))
                    .hasMessage("The container engine refused POST [/containers/c3/start] with status 404: no message");
        }
    }

    @Test
    void readToTellsTheTwoStreamsApart() {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frame(frames, 1, "out");
        frame(frames, 2, "err");
        frame(frames, 1, "");
        frame(frames, 1, "more");
        StringBuilder seen = new StringBuilder();

        assertThat(read(frames.toByteArray(), seen)).isTrue();
        assertThat(seen).hasToString("[out][!err][][more]");
    }

    @Test
    void readToWhenStreamBreaksInAFrameSaysSo() {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frame(frames, 1, "out");
        frames.writeBytes(new byte[] {1, 0, 0, 0, 0, 0, 0, 9, 'h', 'a'});
        StringBuilder seen = new StringBuilder();

        assertThat(read(frames.toByteArray(), seen)).isFalse();
        assertThat(seen).hasToString("[out]");
    }

    private static boolean read(byte[] stream, StringBuilder seen) {
        try (FakeEngine fake = FakeEngine.speaking("1.41").answering("/v1.41/containers/c1/logs", 200, stream);
                Engine engine = connect(fake);
                Attachment logs = engine.containers().logs("c1", false)) {
            return logs.readTo((error, bytes) -> seen.append('[')
                    .append(error ? "!" : "")
                    .append(new String(bytes, StandardCharsets.UTF_8))
                    .append(']'));
        }
    }

    private static void frame(ByteArrayOutputStream target, int stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        target.writeBytes(new byte[] {(byte) stream, 0, 0, 0, 0, 0, 0, (byte) bytes.length});
        target.writeBytes(bytes);
    }
}
