package dev.nodestart.emulator.engine;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files by which a client and an engine know each other over TLS. */
final class ClientCertificates {
    private static final List<String> FILES = List.of("ca.pem", "cert.pem", "key.pem");

    private ClientCertificates() {}

    /**
     * The files of a folder; the transport would go on without TLS where one is missing.
     *
     * @throws EngineUnavailableException where one is
     */
    static LocalDirectorySSLConfig in(Path folder, URI address) {
        List<String> missing = FILES.stream()
                .filter(file -> !Files.isReadable(folder.resolve(file)))
                .toList();
        if (!missing.isEmpty()) {
            throw new EngineUnavailableException(
                    address,
                    "is to be reached over TLS, but the folder [" + folder + "] has no [" + String.join(", ", missing)
                            + "]: put the client's files there, or name their folder in DOCKER_CERT_PATH.",
                    null);
        }
        return new LocalDirectorySSLConfig(folder.toString());
    }
}
