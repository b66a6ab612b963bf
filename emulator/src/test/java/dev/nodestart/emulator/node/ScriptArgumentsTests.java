package dev.nodestart.emulator.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptArgumentsTests {
    private static final int KERNEL_LIMIT = 128 * 1024;

    @Test
    void ofWhenShortIsOneArgument() {
        assertThat(ScriptArguments.of("echo 1")).containsExactly("/bin/sh", "-c", "echo 1");
    }

    @Test
    void ofWhenLongCutsIntoArgumentsThatAKernelTakes() {
        String script = "echo \uD83D\uDE00ä\n".repeat(50_000);

        List<String> command = ScriptArguments.of(script);

        assertThat(command.subList(0, 2)).containsExactly("/bin/sh", "-c");
        assertThat(String.join("", command.subList(4, command.size()))).isEqualTo(script);
        assertThat(command).allSatisfy(argument -> {
            assertThat(argument.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(KERNEL_LIMIT);
            assertThat(new String(argument.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(argument);
        });
    }

    @Test
    void ofWhenLongRunsAsOneScriptWithoutArguments() throws Exception {
        String script = "x=1\n" + "# filler\n".repeat(30_000) + "printf '%s %s [%s]' \"$x\" $# \"$IFS\"\n";

        Process shell = new ProcessBuilder(ScriptArguments.of(script)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isIn("1 0 [ \t\n]", "1 0 []");
    }
}
