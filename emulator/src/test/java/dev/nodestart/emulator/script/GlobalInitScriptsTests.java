package dev.nodestart.emulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.spec.SpecProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalInitScriptsTests {
    @TempDir
    private Path folder;

    @Test
    void ofKeepsTheOrderGivenAndSortsFolders() throws IOException {
        Files.createDirectories(folder.resolve("g/sub"));
        for (String name : List.of("first.sh", "g/20-b.sh", "g/10-a.sh", "g/.hidden", "last.sh")) {
            Files.writeString(folder.resolve(name), name);
        }

        GlobalInitScripts scripts = GlobalInitScripts.of(
                List.of(folder.resolve("first.sh"), folder.resolve("g"), folder.resolve("last.sh")));

        assertThat(scripts.problems()).isEmpty();
        assertThat(scripts.scripts())
                .extracting(GlobalInitScript::name)
                .containsExactly("first.sh", "10-a.sh", "20-b.sh", "last.sh");
        assertThat(scripts.scripts().get(1).content()).asString().isEqualTo("g/10-a.sh");
    }

    @Test
    void ofWhenFileIsMissingSaysSo() {
        Path none = folder.resolve("none.sh");

        assertThat(GlobalInitScripts.of(List.of(none)).problems())
                .extracting(SpecProblem::message)
                .containsExactly("Global init script [%s] cannot be read.".formatted(none));
    }

    @Test
    void ofWhenFileIsTooLargeSaysSo() throws IOException {
        Path large = folder.resolve("large.sh");
        Files.write(large, new byte[GlobalInitScripts.MAX_BYTES + 1]);

        assertThat(GlobalInitScripts.of(List.of(large)).problems())
                .extracting(SpecProblem::message)
                .containsExactly("Global init script [%s] has [65537] bytes; the platform takes at most [65536]."
                        .formatted(large));
    }
}
