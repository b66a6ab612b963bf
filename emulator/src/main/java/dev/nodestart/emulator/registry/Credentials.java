package dev.nodestart.emulator.registry;

import java.util.Optional;

/**
 * What a registry is shown; {@link #toString} hides the secret.
 *
 * @param username user name, or an empty text where the secret is an identity token
 * @param secret password, access token or identity token
 * @param identityToken whether the secret is an OAuth2 refresh token, as {@code docker login} stores for some clouds
 */
public record Credentials(String username, String secret, boolean identityToken) {

    /** The {@code basic_auth} of a cluster spec, or any user name and password. */
    public static Credentials basic(String username, String password) {
        return new Credentials(username, password, false);
    }

    /** An OAuth2 refresh token. */
    public static Credentials ofIdentityToken(String token) {
        return new Credentials("", token, true);
    }

    /**
     * The credentials for an image: the spec's own, else the user's, else none.
     *
     * @param explicit {@code docker_image.basic_auth}, secrets resolved
     */
    public static Optional<Credentials> choose(
            ImageReference reference, Optional<Credentials> explicit, UserCredentials user) {
        return explicit.isPresent() ? explicit : user.find(reference);
    }

    @Override
    public String toString() {
        return identityToken ? "Credentials[identity token ***]" : "Credentials[" + username + ", ***]";
    }
}
