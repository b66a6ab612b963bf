package dev.nodestart.emulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Attachment;
import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.ImageInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Images that are made from this machine's package sources: complete, and without a trace of the machine. */
@ExtendWith(TestEngine.class)
class TestImagesIT {

    @Test
    void wholeRunsEverythingThatANodeStartsWith(Engine engine, TestImages images) {
        assertThat(run(engine, images.whole(), """
                        works() { "$@" >/dev/null 2>&1 && echo "works: $1"; }
                        works java -version
                        works virtualenv --version
                        works ps
                        works ip -V
                        works sudo -n true
                        works setfacl --version
                        works setsid true
                        works /databricks/python3/bin/python -c 'import ipykernel.kernelapp, pyccolo, google.protobuf'
                        passwd --status libraries | cut -d ' ' -f 1,2
                        """))
                .containsExactly(
                        "works: java",
                        "works: virtualenv",
                        "works: ps",
                        "works: ip",
                        "works: sudo",
                        "works: setfacl",
                        "works: setsid",
                        "works: /databricks/python3/bin/python",
                        "libraries L");
    }

    @Test
    void wholeHoldsNothingOfTheMachineThatBuiltIt(Engine engine, TestImages images) {
        assertThat(run(engine, images.whole(), """
                        ls -A /tmp /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/auth.conf.d 2>/dev/null | grep -v -e : -e '^$' -e hsperfdata
                        find / -xdev \\( -name pip.conf -o -name '*.netrc' \\) -print
                        env | grep -i -e proxy -e PIP_ -e CERT
                        grep -rl /tmp/build /etc /root /databricks/python3/bin /var/lib 2>/dev/null
                        echo end
                        """)).containsExactly("end");
        ImageInfo image = engine.images().inspect(images.whole()).orElseThrow();
        assertThat(image.env()).containsOnlyKeys("PATH", "LANG", "LC_ALL", "PYSPARK_PYTHON", "USER");
    }

    @Test
    void withWhenALineBreaksTheImageItIsBroken(Engine engine, TestImages images) {
        assertThat(run(engine, images.with("RUN rm /usr/bin/ps"), "command -v ps || echo gone"))
                .containsExactly("gone");
    }

    private static List<String> run(Engine engine, String image, String script) {
        String name = "nodestart-test-" + UUID.randomUUID();
        String id = engine.containers()
                .create(ContainerRequest.once(name, image, "0:0", List.of("bash", "-c", script), Map.of()));
        try {
            engine.containers().start(id);
            StringBuilder output = new StringBuilder();
            try (Attachment logs = engine.containers().logs(id, true)) {
                logs.readTo((error, bytes) -> output.append(new String(bytes, StandardCharsets.UTF_8)));
            }
            return output.toString().lines().toList();
        } finally {
            engine.containers().remove(id);
        }
    }
}
