package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTests {
    @TempDir
    Path folder;

    @Test
    void archiveKeepsModesLinksAndFolders() throws IOException {
        write("Dockerfile", "FROM a");
        write("bin/run.sh", "#!/bin/sh");
        assertThat(folder.resolve("bin/run.sh").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("empty"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("bin/run.sh"));
        assertThat(entries(BuildContext.of(folder)))
                .containsOnly(
                        Map.entry("Dockerfile", "644 FROM a"),
                        Map.entry("bin/", "755 "),
                        Map.entry("bin/run.sh", "755 #!/bin/sh"),
                        Map.entry("empty/", "755 "),
                        Map.entry("link", "link to bin/run.sh"));
    }

    @Test
    void archiveLeavesOutWhatIsIgnoredButNeverTheDockerfile() throws IOException {
        write("Dockerfile", "FROM a");
        write(".dockerignore", "*\n!python\n");
        write("pom.xml", "<project/>");
        write("python/a.py", "1");
        assertThat(entries(BuildContext.of(folder)).keySet()).containsExactly("Dockerfile", "python/", "python/a.py");
    }

    @Test
    void archiveWhenTheDockerfileHasAnotherNameCallsItDockerfile() throws IOException {
        write("Dockerfile", "FROM a");
        write("gpu.Dockerfile", "FROM b");
        assertThat(entries(BuildContext.of(folder.resolve("gpu.Dockerfile"))))
                .containsOnly(Map.entry("Dockerfile", "644 FROM b"), Map.entry("gpu.Dockerfile", "644 FROM b"));
    }

    @Test
    void ofWhenThereIsNoDockerfileNamesThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuildContext.of(folder))
                .withMessage("There is no Dockerfile at [" + folder.resolve("Dockerfile") + "].");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Map<String, String> entries(BuildContext context) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (InputStream archive = context.archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(
                        entry.getName(),
                        entry.isSymbolicLink()
                                ? "link to " + entry.getLinkName()
                                : Integer.toOctalString(entry.getMode() & 0777) + " "
                                        + new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
