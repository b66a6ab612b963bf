package dev.nodestart.emulator.engine;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A container engine that answers: Docker Engine 20.10 or newer, or Podman's Docker API. Safe for use by many threads.
 *
 * <p>The API version is negotiated once, when connecting: the newest that both sides know.
 */
public final class Engine implements Closeable {
    private final EngineHttp http;
    private final ApiVersion apiVersion;

    private Engine(EngineHttp http, ApiVersion apiVersion) {
        this.http = http;
        this.apiVersion = apiVersion;
    }

    /**
     * Connects to the engine at an address.
     *
     * @param address such as {@code unix:///var/run/docker.sock} or {@code tcp://host:2376}
     * @param certificates folder with the client's TLS files
     * @throws EngineUnavailableException where nothing answers, or an engine older than Docker 20.10
     */
    public static Engine connect(URI address, Optional<Path> certificates) {
        EngineHttp http = EngineHttp.open(address, certificates);
        try {
            ApiVersion offered = ping(http);
            if (!offered.atLeast(ApiVersion.OLDEST_SUPPORTED)) {
                throw new EngineUnavailableException(
                        address,
                        "speaks API version [" + offered + "], but Docker Engine 20.10 with API version ["
                                + ApiVersion.OLDEST_SUPPORTED + "] or newer is needed",
                        null);
            }
            ApiVersion version = offered.atLeast(ApiVersion.NEWEST_KNOWN) ? ApiVersion.NEWEST_KNOWN : offered;
            http.pin(version);
            return new Engine(http, version);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private static ApiVersion ping(EngineHttp http) {
        try (Response response = http.open(Request.Method.GET, "/_ping", Map.of(), EngineHttp.Body.NONE)) {
            String version = response.getHeader("Api-Version");
            if (version == null) {
                throw new EngineUnavailableException(http.address(), "does not say which API version it speaks", null);
            }
            return ApiVersion.of(version);
        } catch (EngineException e) {
            if (e.reason().contains("HTTP request to an HTTPS server")) {
                throw new EngineUnavailableException(
                        http.address(),
                        "speaks TLS only: set DOCKER_TLS_VERIFY=1, and DOCKER_CERT_PATH to the folder of the client's"
                                + " ca.pem, cert.pem and key.pem.",
                        e);
            }
            throw e;
        }
    }

    /** Where the engine is. */
    public URI address() {
        return http.address();
    }

    /** The API version in use. */
    public ApiVersion apiVersion() {
        return apiVersion;
    }

    /** Calls on images. */
    public Images images() {
        return new Images(http);
    }

    /** Calls that make images in more than one step. */
    public ImageBuilds imageBuilds() {
        return new ImageBuilds(http);
    }

    /** Calls on containers. */
    public Containers containers() {
        return new Containers(http);
    }

    /** Calls on networks and volumes. */
    public Networks networks() {
        return new Networks(http);
    }

    /** Calls on named volumes. */
    public Volumes volumes() {
        return new Volumes(http);
    }

    /** What the engine says of itself. */
    public EngineInfo info() {
        return EngineInfo.from(http.get("/info"), apiVersion);
    }

    @Override
    public void close() {
        http.close();
    }
}
