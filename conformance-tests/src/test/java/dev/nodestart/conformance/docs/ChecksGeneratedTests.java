package dev.nodestart.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.suite.PlatformSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChecksGeneratedTests {
    /** Tests run in the folder of their module. */
    private static final Path PAGE = Path.of("..", "docs", "checks.md");

    @Test
    void pageIsCurrent() throws IOException {
        String content = ChecksPage.render(new PlatformSuite());
        if (Boolean.getBoolean("nodestart.generate")) {
            Files.writeString(PAGE, content);
        }
        assertThat(PAGE)
                .as("run: mvn -pl conformance-tests -am test -Dtest=ChecksGeneratedTests"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dnodestart.generate=true")
                .hasContent(content);
    }
}
