package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTests {

    private static final ImageReference IMAGE = ImageReference.parse("reg.example:5000/a:1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void toStringHidesTheSecret() {
        assertThat(Credentials.basic("alice", "hunter2")).hasToString("Credentials[alice, ***]");
        assertThat(Credentials.ofIdentityToken("hunter2")).hasToString("Credentials[identity token ***]");
    }

    @Test
    void chooseWhenSpecHasBasicAuthTakesIt() throws IOException {
        config(home.resolve(".docker"), auths("reg.example:5000", "bob:pw"));
        Credentials explicit = Credentials.basic("alice", "x");

        assertThat(Credentials.choose(IMAGE, Optional.of(explicit), user(Map.of())))
                .contains(explicit);
    }

    @Test
    void chooseWhenUserIsLoggedInTakesThose() throws IOException {
        config(home.resolve(".docker"), auths("reg.example:5000", "bob:p:w"));

        assertThat(Credentials.choose(IMAGE, Optional.empty(), user(Map.of())))
                .contains(Credentials.basic("bob", "p:w"));
    }

    @Test
    void chooseWhenNobodyIsLoggedInTakesNone() throws IOException {
        config(home.resolve(".docker"), auths("other.example", "bob:pw"));

        assertThat(Credentials.choose(IMAGE, Optional.empty(), user(Map.of()))).isEmpty();
        assertThat(Credentials.choose(IMAGE, Optional.empty(), UserCredentials.none()))
                .isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void findWhenDockerConfigIsSetLooksThereOnly() throws IOException {
        config(home.resolve(".docker"), auths("reg.example:5000", "bob:pw"));
        config(home.resolve("elsewhere"), auths("reg.example:5000", "carol:pw"));
        Map<String, String> environment =
                Map.of("DOCKER_CONFIG", home.resolve("elsewhere").toString());

        assertThat(user(environment).find(IMAGE)).contains(Credentials.basic("carol", "pw"));
    }

    @Test
    void findWhenImageIsOnDockerHubKnowsItsOldAddress() throws IOException {
        config(home.resolve(".docker"), auths("https://index.docker.io/v1/", "bob:pw"));

        assertThat(user(Map.of()).find(ImageReference.parse("debian"))).contains(Credentials.basic("bob", "pw"));
    }

    @Test
    void findWhenPodmanIsLoggedInReadsItsFile() throws IOException {
        Path file = home.resolve("auth.json");
        Files.writeString(file, auths("reg.example:5000", "dave:pw"));

        assertThat(user(Map.of("REGISTRY_AUTH_FILE", file.toString())).find(IMAGE))
                .contains(Credentials.basic("dave", "pw"));
    }

    @Test
    void findWhenFileIsBrokenWarnsAndGoesOn() throws IOException {
        config(home.resolve(".docker"), "{\"auths\": secret");

        assertThat(user(Map.of()).find(IMAGE)).isEmpty();
        assertThat(warnings)
                .containsExactly("The credentials in [" + home.resolve(".docker/config.json")
                        + "] cannot be read, the file is not what docker login writes; going on without them.");
    }

    private UserCredentials user(Map<String, String> environment) {
        return UserCredentials.of(environment, home, warnings::add);
    }

    private static Path config(Path folder, String json) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("config.json"), json);
    }

    private static String auths(String registry, String colonSeparated) {
        String auth = Base64.getEncoder().encodeToString(colonSeparated.getBytes(StandardCharsets.UTF_8));
        return "{\"auths\":{\"" + registry + "\":{\"auth\":\"" + auth + "\"}}}";
    }
}
