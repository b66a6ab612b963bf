package dev.nodestart.gpu.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.gpu.GpuSuite;
import dev.nodestart.gpu.data.CudaTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GpuPageTests {
    /** Tests run in the folder of their module. */
    private static final Path PAGE = Path.of("..", "docs", "gpu.md");

    @Test
    void pageIsCurrent() throws IOException {
        String content = GpuPage.render(head(), new GpuSuite(), CudaTables.builtIn());
        if (Boolean.getBoolean("nodestart.generate")) {
            Files.writeString(PAGE, content);
        }
        assertThat(PAGE)
                .as("run: mvn -pl gpu-tests -am test -Dtest=GpuPageTests"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dnodestart.generate=true")
                .hasContent(content);
    }

    private static String head() throws IOException {
        try (InputStream file = GpuPageTests.class.getResourceAsStream("head.md")) {
            return new String(
                    Objects.requireNonNull(file, "head.md is missing").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
