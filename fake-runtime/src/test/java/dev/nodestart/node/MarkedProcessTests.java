package dev.nodestart.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given the shell session's own script in this machine's bash, when commands run, then this is answered. */
class MarkedProcessTests {
    private static final Pattern MILLIS = Pattern.compile(" \\d+\n$");

    @TempDir
    private Path folder = Path.of("");

    private final MarkedProcess shell;

    MarkedProcessTests() throws IOException, InterruptedException {
        shell = MarkedProcess.start(
                new ProcessBuilder("bash", "--norc", "src/main/node/databricks/.nodestart/sessions/shell.sh", "m"),
                "m");
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        if (shell.isAlive()) {
            run("exit");
        }
    }

    @Test
    void runKeepsOutputsApartAndGivesTheExitCode() throws IOException, InterruptedException {
        assertThat(run("printf out; false")).isEqualTo("OUT 1 3\noutEND 1 error 1");
        assertThat(run("printf err >&2")).isEqualTo("ERR 1 3\nerrEND 1 ok 0");
    }

    @Test
    void runKeepsStateOverCommands() throws IOException, InterruptedException {
        assertThat(run("X=5; cd /")).isEqualTo("END 1 ok 0");
        assertThat(run("printf $X$PWD")).isEqualTo("OUT 1 2\n5/END 1 ok 0");
    }

    @Test
    void runWhenCommandReadsItsInputFindsNone() throws IOException, InterruptedException {
        assertThat(run("cat; read -r line; echo $?")).isEqualTo("OUT 1 2\n1\nEND 1 ok 0");
    }

    @Test
    void runWhenCommandMovesItsOutputTheNextOneHasItBack() throws IOException, InterruptedException {
        assertThat(run("exec >/dev/null 2>&1; echo lost")).isEqualTo("END 1 ok 0");
        assertThat(run("printf back")).isEqualTo("OUT 1 4\nbackEND 1 ok 0");
    }

    @Test
    void runWhenShellExitsEndsWithItsCode() throws IOException, InterruptedException {
        assertThat(run("printf x; exit 3")).isEqualTo("OUT 1 1\nxEND 1 error 3");
        assertThat(shell.isAlive()).isFalse();
    }

    @Test
    void startWhenProcessEndsAtOnceSaysWhatItSaid() {
        ProcessBuilder broken = new ProcessBuilder("bash", "-c", "echo no such thing >&2; exit 4");
        assertThatThrownBy(() -> MarkedProcess.start(broken, "m")).hasMessage("it ended with code [4]: no such thing");
    }

    private String run(String code) throws IOException, InterruptedException {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        Path command = Files.writeString(folder.resolve("command"), code);
        shell.run(new Cell("1", new byte[0], new Answers(answers)), command.toString());
        return MILLIS.matcher(answers.toString(StandardCharsets.UTF_8)).replaceFirst("");
    }
}
