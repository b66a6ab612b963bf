package dev.nodestart.emulator.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the values of {@code --secret} come from. */
public interface SecretReader {
    /** An environment variable of this process. */
    Optional<String> variable(String name);

    /** The text of a file on this machine. */
    String file(String path) throws IOException;

    /** Reads this process's environment and this machine's files. */
    static SecretReader system() {
        return new SecretReader() {
            @Override
            public Optional<String> variable(String name) {
                return Optional.ofNullable(System.getenv(name));
            }

            @Override
            public String file(String path) throws IOException {
                return Files.readString(Path.of(path));
            }
        };
    }
}
