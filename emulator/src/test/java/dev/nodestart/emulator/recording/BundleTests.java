package dev.nodestart.emulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTests {
    private static final String LAUNCH = """
            {"run_id": "r-1", "started_at": "2026-11-22T12:00:00Z", "state": "TERMINATED", "line": "15.4",
             "spec": {"spark_env_vars": {"DB_PASSWORD": "hunter2", "PACKAGE": "tokenize-rt 6.1"},
                      "docker_image": {"basic_auth": {"username": "me", "password": "pw"}}}}
            """;

    @TempDir
    Path temporary;

    private Path folder;
    private Path bundle;

    @BeforeEach
    void record() throws IOException {
        folder = Files.createDirectories(temporary.resolve("run/nodes/driver/spark"))
                .resolve("../../..");
        folder = folder.normalize();
        bundle = temporary.resolve("b.tar.gz");
        Files.writeString(folder.resolve("launch.json"), LAUNCH);
        Files.writeString(
                folder.resolve("nodes/driver/spark/stderr"), "at /home/ann/x\nAuthorization: Bearer abcd1234efgh\n");
    }

    @Test
    void unpackGivesTheRecordingBackWithoutSecretsAndHome() throws IOException {
        write();

        Path unpacked = BundleReader.unpack(bundle, temporary.resolve("there"));

        assertThat(unpacked).isEqualTo(temporary.resolve("there/nodestart-r-1"));
        assertThat(Recording.at(unpacked).load().line()).isEqualTo("15.4");
        assertThat(Files.readString(unpacked.resolve("launch.json")))
                .doesNotContain("hunter2", "\"pw\"")
                .contains("\"DB_PASSWORD\" : \"[REDACTED]\"", "tokenize-rt 6.1");
        assertThat(Files.readString(unpacked.resolve("nodes/driver/spark/stderr")))
                .isEqualTo("at ~/x\nAuthorization: Bearer [REDACTED]\n");
        assertThat(unpacked.resolve("manifest.json")).exists();
    }

    @Test
    void writeLeavesOutLinks() throws IOException {
        Files.createSymbolicLink(folder.resolve("nodes/link"), folder.resolve("launch.json"));

        assertThat(write()).containsExactly("nodes/link");
    }

    @Test
    void writeOfALargeLogKeepsItsEnds() throws IOException {
        Files.writeString(folder.resolve("nodes/driver/spark/stdout"), "first\n" + "x\n".repeat(4 << 20) + "last\n");
        write();

        Path unpacked = BundleReader.unpack(bundle, temporary.resolve("there"));

        assertThat(Files.readString(unpacked.resolve("nodes/driver/spark/stdout")))
                .startsWith("first\n")
                .contains("\n[4194315 bytes left out by nodestart bundle]\n")
                .endsWith("last\n");
    }

    @Test
    void isBundleOnlyWhereATarIsInside() throws IOException {
        Path log = temporary.resolve("stderr.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(log))) {
            gzip.write("a log\n".getBytes(StandardCharsets.UTF_8));
        }
        write();

        assertThat(Bundle.isBundle(bundle)).isTrue();
        assertThat(Bundle.isBundle(log)).isFalse();
        assertThat(Bundle.isBundle(folder.resolve("launch.json"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "a//b", "a\\..\\b", "."})
    void unpackWhenANameLeadsOutsideRefuses(String name) throws IOException {
        foreign(name, TarConstants.LF_NORMAL);

        assertThatThrownBy(() -> BundleReader.unpack(bundle, temporary.resolve("there")))
                .isInstanceOf(RecordingException.class)
                .hasMessageEndingWith("in it would lie outside of its folder.");
        assertThat(temporary.resolve("evil")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_CHR})
    void unpackWhenItHoldsALinkOrADeviceRefuses(byte type) throws IOException {
        foreign("thing", type);

        assertThatThrownBy(() -> BundleReader.unpack(bundle, temporary.resolve("there")))
                .hasMessage("The bundle [" + bundle + "] cannot be unpacked: [thing] in it is no plain file.");
    }

    @Test
    void unpackWhenItIsCutSaysSo() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(bundle);
        Files.write(bundle, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> BundleReader.unpack(bundle, temporary.resolve("there")))
                .hasMessage("The bundle [" + bundle + "] cannot be unpacked: it is damaged or cut.");
    }

    private List<String> write() throws IOException {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        try (OutputStream stream = Files.newOutputStream(bundle)) {
            return Bundle.write(folder, manifest, "/home/ann", stream);
        }
    }

    private void foreign(String name, byte type) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(bundle)))) {
            TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
    }
}
