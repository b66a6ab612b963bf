package dev.nodestart.emulator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.emulator.spec.ClusterSpec;
import dev.nodestart.emulator.spec.DockerImage;
import dev.nodestart.emulator.spec.DockerImage.BasicAuth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolvedSecretsTests {
    private static ClusterSpec spec(String user, String password, Map<String, String> env, Map<String, String> conf) {
        return new ClusterSpec(
                "",
                "15.4.x-scala2.12",
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.of(new DockerImage("a", Optional.of(new BasicAuth(user, password)))),
                List.of(),
                conf,
                env,
                Optional.empty(),
                JsonNodeFactory.instance.objectNode());
    }

    @Test
    void ofPutsValuesIntoEveryPlace() {
        ClusterSpec spec = spec(
                "{{secrets/reg/user}}",
                "{{secrets/Reg/pw}}",
                Map.of("TOKEN", "{{secrets/reg/pw}}", "URL", "https://x:{{secrets/reg/pw}}@host", "PLAIN", "$1 \\ x"),
                Map.of("spark.password", "{{secrets/reg/pw}}"));

        ResolvedSecrets secrets =
                ResolvedSecrets.of(spec, SecretStoreTests.store("reg/user=env:PW", "reg/pw=file:./pw"));

        assertThat(secrets.problems()).isEmpty();
        assertThat(secrets.basicAuth()).contains(new BasicAuth("hunter2", "from file"));
        assertThat(secrets.sparkEnvVars())
                .containsEntry("TOKEN", "from file")
                .containsEntry("URL", "https://x:from file@host")
                .containsEntry("PLAIN", "$1 \\ x");
        assertThat(secrets.sparkConf()).containsEntry("spark.password", "from file");
        assertThat(secrets.mask().mask("hunter2, from file")).isEqualTo("[REDACTED], [REDACTED]");
        assertThat(secrets.toString()).isEqualTo("ResolvedSecrets[problems=0]");
    }

    @Test
    void ofWhenSecretHasNoValueNamesItAndTheFlag() {
        ClusterSpec spec =
                spec("u", "{{secrets/reg/pw}}", Map.of("A/B", "{{secrets/a/b}}"), Map.of("c", "{{secrets/a/c}}"));

        assertThat(ResolvedSecrets.of(spec, SecretStore.empty()).problems())
                .extracting(p -> p.pointer() + " " + p.message() + " " + p.advice())
                .containsExactly(
                        "/docker_image/basic_auth/password Secret [reg/pw] has no value on this machine. Give --secret"
                                + " reg/pw=env:NAME or --secret reg/pw=file:PATH.",
                        "/spark_env_vars/A~1B Secret [a/b] has no value on this machine. Give --secret a/b=env:NAME or"
                                + " --secret a/b=file:PATH.",
                        "/spark_conf/c Secret [a/c] has no value on this machine. Give --secret a/c=env:NAME or --secret"
                                + " a/c=file:PATH.");
    }

    @Test
    void maskHidesAPasswordInClear() {
        ResolvedSecrets secrets = ResolvedSecrets.of(spec("u", "in clear", Map.of(), Map.of()), SecretStore.empty());

        assertThat(secrets.mask().mask("login with in clear")).isEqualTo("login with [REDACTED]");
    }

    @Test
    void problemsHoldTheStoresOwn() {
        ResolvedSecrets secrets =
                ResolvedSecrets.of(spec("u", "pppp", Map.of(), Map.of()), SecretStoreTests.store("bad"));

        assertThat(secrets.problems()).hasSize(1);
    }
}
