package dev.nodestart.emulator.testing.registry;

import dev.nodestart.emulator.registry.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's {@code docker-registry} on a free loopback port, with a folder of its own; gone when closed. */
public final class RegistryServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final int START_ATTEMPTS = 3;

    /** What {@link #startWithPassword} accepts; the hash is the test resource {@code htpasswd}. */
    public static final Credentials CREDENTIALS = Credentials.basic("alice", "s3cr3t-of-the-test");

    private final Process process;
    private final Path folder;
    private final int port;
    private final Optional<Credentials> credentials;

    private RegistryServer(Process process, Path folder, int port, Optional<Credentials> credentials) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.credentials = credentials;
    }

    /** A registry that everybody may read and write. */
    public static RegistryServer startOpen() {
        return start(Optional.empty());
    }

    /** A registry that wants {@link #CREDENTIALS} for everything. */
    public static RegistryServer startWithPassword() {
        return start(Optional.of(CREDENTIALS));
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Host and port, as an image reference begins. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** What a client has to show; empty for an open registry. */
    public Optional<Credentials> credentials() {
        return credentials;
    }

    /** Makes images and puts them here. */
    public ImagePusher pusher() {
        return new ImagePusher(URI.create("http://" + address() + "/"), credentials);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!Files.exists(folder)) {
                return;
            }
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            delete(folder);
        } catch (InterruptedException exception) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static RegistryServer start(Optional<Credentials> credentials) {
        String binary = RegistryBinary.find();
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(binary, credentials);
            } catch (IOException exception) {
                // another process may have taken the port meanwhile
                if (attempt == START_ATTEMPTS) {
                    throw new UncheckedIOException(exception);
                }
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the registry started.", exception);
            }
        }
    }

    private static RegistryServer startOnce(String binary, Optional<Credentials> credentials)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nodestart-registry-");
        int port = freePort();
        Files.writeString(folder.resolve("config.yml"), configuration(folder, port, credentials.isPresent()));
        if (credentials.isPresent()) {
            try (InputStream hash = Objects.requireNonNull(RegistryServer.class.getResourceAsStream("htpasswd"))) {
                Files.copy(hash, folder.resolve("htpasswd"));
            }
        }
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        binary, "serve", folder.resolve("config.yml").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RegistryServer server = new RegistryServer(process, folder, port, credentials);
        // a test run that is interrupted closes nothing
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "registry-close"));
        if (server.answers()) {
            return server;
        }
        String said = Files.readString(log);
        server.close();
        throw new IOException("The registry did not start on port [" + port + "]; it said: " + said);
    }

    private static String configuration(Path folder, int port, boolean password) {
        String auth = """
                auth:
                  htpasswd:
                    realm: test
                    path: %s
                """.formatted(folder.resolve("htpasswd"));
        return """
                version: 0.1
                log:
                  level: warn
                  accesslog:
                    disabled: true
                storage:
                  delete:
                    enabled: true
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: 127.0.0.1:%d
                """.formatted(folder.resolve("data"), port) + (password ? auth : "");
    }

    private boolean answers() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ping = HttpRequest.newBuilder(URI.create("http://" + address() + "/v2/"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                int status = client.send(ping, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                return status == 200 || status == 401;
            } catch (IOException exception) {
                Thread.sleep(20);
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
