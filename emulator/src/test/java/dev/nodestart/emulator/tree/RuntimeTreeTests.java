package dev.nodestart.emulator.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.nodestart.emulator.spec.SpecProblem;
import dev.nodestart.runtime.StubRuntime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeTreeTests {
    @TempDir
    private Path folder;

    @Test
    void problemsWhenTheFolderIsNotThere() {
        assertThat(RuntimeTree.at(folder.resolve("none")).problems())
                .extracting(SpecProblem::message)
                .containsExactly("The runtime tree [" + folder + "/none] does not exist.");
    }

    @Test
    void problemsWhenItIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("spark.tgz"), "");

        assertThat(RuntimeTree.at(file).problems())
                .extracting(SpecProblem::message)
                .containsExactly("The runtime tree [" + file + "] is not a folder.");
    }

    @Test
    void problemsWhenItIsEmpty() {
        assertThat(RuntimeTree.at(folder).problems())
                .extracting(SpecProblem::message)
                .containsExactly("The runtime tree [" + folder + "] is empty.");
    }

    @Test
    void problemsWhenItHoldsASocket() throws IOException {
        try (ServerSocketChannel socket = socket(folder.resolve("s"))) {
            assertThat(RuntimeTree.at(folder).problems())
                    .extracting(SpecProblem::message)
                    .containsExactly(
                            "The runtime tree [" + folder + "] holds [s], which is a socket, a pipe or a device.");
            assertThat(socket.isOpen()).isTrue();
        }
    }

    @Test
    void problemsWhenItIsFine() throws IOException {
        write("jars/a.jar", "a");

        assertThat(RuntimeTree.at(folder).problems()).isEmpty();
    }

    @Test
    void planKnowsTheStubsOwnFiles() throws IOException {
        write("jars/a.jar", "a");
        write("spark/jars/b.jar", "b");
        write("spark/scripts/start_spark_slave.sh", "real");
        write("spark/scripts/other.sh", "real");

        TreePlan plan = RuntimeTree.at(folder).plan(StubRuntime.load());

        assertThat(plan.links()).containsExactly("jars/a.jar", "spark/jars", "spark/scripts/other.sh");
        assertThat(plan.hidden()).containsExactly("spark/scripts/start_spark_slave.sh");
    }

    @Test
    void archiveHoldsFilesFoldersAndLinks() throws IOException {
        write("jars/a.jar", "content");
        Files.createSymbolicLink(folder.resolve("jars/b.jar"), Path.of("a.jar"));
        assertThat(write("bin/run", "#!/bin/sh").toFile().setExecutable(true)).isTrue();

        assertThat(entries(TreeArchive.of(RuntimeTree.at(folder))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bin/", "755 ",
                        "bin/run", "755 #!/bin/sh",
                        "jars/", "755 ",
                        "jars/a.jar", "644 content",
                        "jars/b.jar", "644 -> a.jar"));
    }

    @Test
    void fingerprintWhenNothingChangedIsTheSame() throws IOException {
        write("jars/a.jar", "content");

        assertThat(fingerprint()).isEqualTo(fingerprint()).matches("[0-9a-f]{16}");
    }

    @Test
    void fingerprintWhenAFileWasWrittenAnewIsAnother() throws IOException {
        Path file = write("jars/a.jar", "content");
        String before = fingerprint();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void archiveWhenASocketLiesDeepInsideIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        try (ServerSocketChannel socket = socket(folder.resolve("d/s"))) {
            assertThatIOException()
                    .isThrownBy(() -> TreeArchive.of(RuntimeTree.at(folder)))
                    .withMessage("it holds [s], which is a socket, a pipe or a device");
            assertThat(socket.isOpen()).isTrue();
        }
    }

    private String fingerprint() throws IOException {
        return TreeArchive.of(RuntimeTree.at(folder)).fingerprint();
    }

    private Path write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static ServerSocketChannel socket(Path path) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
    }

    private static Map<String, String> entries(TreeArchive archive) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        byte[] bytes;
        try (InputStream in = archive.open()) {
            bytes = in.readAllBytes();
        }
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String content = entry.isSymbolicLink()
                        ? "-> " + entry.getLinkName()
                        : new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                entries.put(entry.getName(), Integer.toOctalString(entry.getMode() & 0777) + " " + content);
            }
        }
        return entries;
    }
}
