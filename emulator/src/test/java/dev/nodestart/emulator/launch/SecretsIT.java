package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.node.DriverSession;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given secrets, when scripts and cells have them and even print them, then nobody else sees them. */
@ExtendWith(TestEngine.class)
class SecretsIT {
    private static final String PASSWORD = "pull-Passw0rd'with\"quotes";
    private static final String TOKEN = "t0ken-of-the-test/with space";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private LaunchCase launch(String image, String... scripts) throws IOException {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        String list = "";
        for (String script : scripts) {
            String name = "script-" + list.length() + ".sh";
            Files.writeString(shared.resolve(name), script);
            list += (list.isEmpty() ? "" : ",") + "{\"workspace\": {\"destination\": \"/Shared/" + name + "\"}}";
        }
        return LaunchCase.spec(folder, """
                        {"cluster_name": "secrets", "spark_version": "15.4.x-scala2.12", "num_workers": 0,
                         "data_security_mode": "SINGLE_USER", "node_type_id": "i3.xlarge",
                         "spark_env_vars": {"TOKEN": "{{secrets/s/token}}"},
                         "spark_conf": {"spark.my.token": "{{secrets/s/token}}"},
                         "docker_image": {"url": "%s", "basic_auth":
                           {"username": "{{secrets/s/user}}", "password": "{{secrets/s/password}}"}},
                         "init_scripts": [%s]}
                        """.formatted(image, list))
                .map("workspace:/Shared", shared)
                .secret("s/token", TOKEN)
                .secret("s/user", "alice")
                .secret("s/password", PASSWORD);
    }

    @Test
    void secretsReachScriptsAndCellsAndNothingElse(Engine engine, TestImages images)
            throws InterruptedException, IOException {
        Heard heard = new Heard();
        Map<String, String> seen = new TreeMap<>();
        LaunchCase wanted = launch(
                images.whole(),
                "#!/bin/bash\necho \"in the script: $TOKEN\"\necho \"$TOKEN\" >&2\necho $TOKEN >/proc/1/fd/1\n");
        try (LaunchedCluster cluster = wanted.launch(engine, heard)) {
            Launch launch = cluster.launch();
            assertThat(launch.state()).as(launch.toString()).isEqualTo(Launch.State.RUNNING);
            NodeInfo driver = launch.nodes().get(0);
            try (DriverSession session = DriverSession.open(engine, driver.containerId())) {
                assertThat(session.run(Language.PYTHON, "import os; print(os.environ['TOKEN'])", Duration.ofSeconds(60))
                                .stdout())
                        .isEqualTo(TOKEN + "\n");
            }
            seen.put("launch", launch.toString());
            seen.put("request", wanted.request().spec().raw().toString());
            seen.put(
                    "container",
                    engine.containers().inspect(driver.containerId()).toString());
            seen.put("image", launch.image().orElseThrow().toString());
            seen.put("processes of the node", InNode.run(engine, driver, "ps -ef"));
            seen.put("processes of the machine", processes());
        }
        seen.put("listener", heard.text());
        recordings(seen);

        assertThat(heard.text()).contains("console driver ");
        hold(seen);
    }

    @Test
    void failureThatQuotesASecretHidesIt(Engine engine, TestImages images) throws InterruptedException, IOException {
        Heard heard = new Heard();
        Map<String, String> seen = new TreeMap<>();
        String image = images.with("RUN printf '#!/bin/sh\\necho cannot: \"$TOKEN\"; exit 9\\n' >/usr/bin/virtualenv");
        try (LaunchedCluster cluster = launch(image).launch(engine, heard)) {
            assertThat(cluster.launch().stateMessage().orElseThrow()).contains("exited with code 9: cannot: ");
            seen.put("launch", cluster.launch().toString());
        }
        seen.put("listener", heard.text());
        recordings(seen);

        hold(seen);
    }

    @Test
    void passwordOfARegistryThatIsNotThereIsNotShown(Engine engine) throws InterruptedException, IOException {
        Heard heard = new Heard();
        Map<String, String> seen = new TreeMap<>();
        try (LaunchedCluster cluster =
                launch("127.0.0.1:1/acme/image:1").pull(PullPolicy.ALWAYS).launch(engine, heard)) {
            assertThat(cluster.launch().state()).isNotEqualTo(Launch.State.RUNNING);
            seen.put("launch", cluster.launch().toString());
        }
        seen.put("listener", heard.text());
        recordings(seen);

        hold(seen);
    }

    private void recordings(Map<String, String> seen) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.put(file.toString(), Files.readString(file));
            }
        }
        assertThat(seen.keySet()).anyMatch(name -> name.endsWith("launch.json"));
    }

    private static String processes() throws IOException {
        Process ps = new ProcessBuilder("ps", "-eo", "args", "ww")
                .redirectErrorStream(true)
                .start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void hold(Map<String, String> seen) {
        for (String secret :
                List.of(PASSWORD, TOKEN, encoded(PASSWORD), encoded("alice:" + PASSWORD), encoded(TOKEN))) {
            seen.forEach((where, text) -> assertThat(text).as(where).doesNotContain(secret));
        }
        assertThat(seen).isNotEmpty();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
