package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credential helpers are found on PATH, which a JVM cannot change for itself, so a second one is started. */
class CredentialHelperIT {

    /** As {@code docker login} writes it, with an empty entry for each registry. */
    private static final String STORE = "{\"auths\":{\"reg.example:5000\":{}},\"credsStore\":\"test\"}";

    private static final String ANSWERED = "Optional[Credentials[eve, ***]] reg.example:5000";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void findWhenHelperAnswersTakesItsWord() throws Exception {
        helper("read -r server; echo \"{\\\"Username\\\":\\\"eve\\\",\\\"Secret\\\":\\\"$server\\\"}\"");

        assertThat(find("{\"credHelpers\":{\"reg.example:5000\":\"test\"}}")).isEqualTo(ANSWERED);
        assertThat(find(STORE)).isEqualTo(ANSWERED);
    }

    @Test
    void findWhenHelperGivesAnIdentityTokenSaysSo() throws Exception {
        helper("read -r server; echo '{\"Username\":\"<token>\",\"Secret\":\"refresh\"}'");

        assertThat(find(STORE)).isEqualTo("Optional[Credentials[identity token ***]] refresh");
    }

    @Test
    void findWhenHelperFailsGoesOnWithoutTellingWhatItSaid() throws Exception {
        helper("read -r server; echo 'hunter2 and no JSON'; exit 1");

        assertThat(find(STORE)).isEqualTo("Optional.empty");
    }

    @Test
    void findWhenHelperHangsGivesUp() throws Exception {
        helper("exec sleep 60");

        assertThat(find(STORE))
                .isEqualTo("The credential helper of [" + folder.resolve("config.json")
                        + "] gave no answer for [reg.example:5000] in [5 s]; going on without credentials."
                        + "\nOptional.empty");
    }

    /** The second JVM. */
    public static void main(String[] arguments) {
        UserCredentials user =
                new UserCredentials(List.of(Path.of(arguments[0])), System.out::println, Duration.ofSeconds(5));
        var found = user.find(ImageReference.parse("reg.example:5000/a:1"));
        System.out.println((found + " " + found.map(Credentials::secret).orElse("")).strip());
    }

    private void helper(String script) throws IOException {
        Path helper = Files.writeString(folder.resolve("docker-credential-test"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String find(String config) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("config.json"), config);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        CredentialHelperIT.class.getName(),
                        file.toString())
                .redirectErrorStream(true);
        builder.environment().merge("PATH", folder.toString(), (old, added) -> added + ":" + old);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
