package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Given a container in which nothing can be run, when its files are asked for, then they are shown from outside. */
@ExtendWith(TestEngine.class)
class LookInsideIT {
    private final Engine engine;

    LookInsideIT(Engine engine) {
        this.engine = engine;
    }

    @Test
    void filesAreListedAndShown(TestImages images) throws IOException {
        String container = engine.containers()
                .create(ContainerRequest.once(
                        "nodestart-test-" + UUID.randomUUID(),
                        images.whole(),
                        "0:0",
                        List.of("/nothing"),
                        Map.of("dev.nodestart.test", "look")));
        try {
            assertThat(look(container, "ls /etc\ncat /etc/issue\nls /nowhere\nhelp\nexit\nls /usr\n"))
                    .contains("\npasswd\n")
                    .contains("Debian GNU/Linux")
                    .contains("[/nowhere] is not there.\n")
                    .endsWith("  exit\n");
        } finally {
            engine.containers().remove(container);
        }
    }

    private String look(String container, String typed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(print, new PrintStream(new ByteArrayOutputStream()), false, Map.of());
        new LookInside(engine, terminal, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)))
                .run(container);
        return out.toString(StandardCharsets.UTF_8);
    }
}
