package dev.nodestart.conformance.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.model.ImageHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileTests {
    private static final String FILE = """
            # syntax=docker/dockerfile:1
            FROM debian:12 AS tools
            RUN make tools

            FROM registry/base:1.4
            ENV JAVA_HOME=/opt/java \\
                PYTHONHOME=/usr/lib/python3
            # a comment
            RUN apt-get update && \\
                # a comment inside
                apt-get purge -y procps
            RUN <<EOF
            rm -f /usr/bin/sudo
            EOF
            COPY --from=tools /out/ /databricks
            VOLUME ["/local_disk0"]
            run pip install traitlets==4.3.3
            USER app
            """;

    private final Dockerfile file = Dockerfile.parse(FILE);

    @Test
    void parseGivesTheInstructionsOfTheLastStageWithTheirLines() {
        assertThat(file.instructions())
                .extracting(instruction -> instruction.line() + " " + instruction.text())
                .containsExactly(
                        "5 FROM registry/base:1.4",
                        "6 ENV JAVA_HOME=/opt/java PYTHONHOME=/usr/lib/python3",
                        "9 RUN apt-get update && apt-get purge -y procps",
                        "12 RUN <<EOF; rm -f /usr/bin/sudo",
                        "15 COPY --from=tools /out/ /databricks",
                        "16 VOLUME [\"/local_disk0\"]",
                        "17 RUN pip install traitlets==4.3.3",
                        "18 USER app");
    }

    @Test
    void parseWhenAStageIsBuiltOnAnotherBeginsWithThat() {
        assertThat(Dockerfile.parse("FROM a AS One\nUSER x\nFROM b\nUSER y\nFROM one\nENV A=b\n")
                        .instructions())
                .extracting(Instruction::line)
                .containsExactly(1, 2, 5, 6);
    }

    @Test
    void parseOfAnythingEndsWithoutAnException() {
        assertThat(Dockerfile.parse("\\").instructions()).isEmpty();
        assertThat(Dockerfile.parse("RUN <<EOF\nnever ended").instructions()).hasSize(1);
        assertThat(Dockerfile.parse("FROM\n\u0000\nRUN a \\").instructions()).hasSize(1);
    }

    @Test
    void readWhenTheFileIsMissingSaysSo(@TempDir Path folder) {
        Path absent = folder.resolve("Dockerfile");

        assertThatThrownBy(() -> Dockerfile.read(absent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The Dockerfile [" + absent + "] cannot be read: ");
    }

    @Test
    void culpritIsTheInstructionThatSetTookOrBrought() {
        assertThat(culprit("DCS-F16", "The image sets USER [app]", false)).contains(18);
        assertThat(culprit("DCS-F82", "PYTHONHOME points to another", false)).contains(6);
        assertThat(culprit("DCS-F17", "The start scripts of Spark run ps, and the image does not have it.", true))
                .contains(9);
        assertThat(culprit("DCS-F46", "sudo: not found", true)).contains(12);
        assertThat(culprit("DCS-F33", "The package [traitlets] is of another line", false))
                .contains(17);
        assertThat(culprit("DCS-F28", "/databricks/jars/a.jar is there twice", false))
                .contains(15);
        assertThat(culprit("DCS-F86", "The volume /local_disk0 cannot be written", false))
                .contains(16);
    }

    @Test
    void culpritOfWhatNobodyTookAwayIsTheBase() {
        assertThat(culprit("DCS-F01", "the image has none: Cannot run program \"virtualenv\"", true))
                .contains(5);
        assertThat(culprit("DCS-F20", "The driver was started on another Java", false))
                .isEmpty();
    }

    @Test
    void culpritMayChangeTheOwnerOfAFolderAbove() {
        Dockerfile history = Dockerfile.ofHistory(List.of(
                new ImageHistory("RUN /bin/sh -c chown -R 1000:1000 /etc /databricks # buildkit", 1),
                new ImageHistory("RUN /bin/sh -c chown -R 1000 /etcetera # buildkit", 1)));
        assertThat(new Culprit(history)
                        .of("DCS-F108", "sudo: /etc/sudo.conf is owned by uid 1000, should be 0", false)
                        .map(Instruction::text))
                .hasValueSatisfying(text -> assertThat(text).contains("chown -R 1000:1000 /etc /databricks"));
    }

    @Test
    void historyKnowsInstructionsAndNoBase() {
        Dockerfile history = Dockerfile.ofHistory(List.of(
                new ImageHistory("/bin/sh -c #(nop)  ENV PYTHONHOME=/x", 0),
                new ImageHistory("RUN /bin/sh -c rm /usr/bin/sudo # buildkit", 1),
                new ImageHistory("/bin/sh -c rm /usr/bin/ip", 1)));

        assertThat(history.instructions())
                .extracting(Instruction::text)
                .containsExactly("ENV PYTHONHOME=/x", "RUN rm /usr/bin/sudo", "RUN rm /usr/bin/ip");
        assertThat(new Culprit(history).of("DCS-F46", "sudo: not found", true).map(Instruction::text))
                .contains("RUN rm /usr/bin/sudo");
        assertThat(new Culprit(history).of("DCS-F01", "virtualenv: not found", true))
                .isEmpty();
    }

    private Optional<Integer> culprit(String id, String text, boolean missing) {
        return new Culprit(file).of(id, text, missing).map(Instruction::line);
    }
}
