package dev.nodestart.emulator.spec;

import java.util.Optional;

/**
 * The {@code docker_image} block.
 *
 * @param url the image reference, without a scheme
 * @param basicAuth credentials, which may be secret references
 */
public record DockerImage(String url, Optional<BasicAuth> basicAuth) {
    /**
     * The {@code basic_auth} block; its {@link #toString} hides the password.
     *
     * @param username user name or {@code {{secrets/scope/key}}}
     * @param password password or {@code {{secrets/scope/key}}}
     */
    public record BasicAuth(String username, String password) {
        @Override
        public String toString() {
            return "BasicAuth[username=" + username + ", password=***]";
        }
    }
}
