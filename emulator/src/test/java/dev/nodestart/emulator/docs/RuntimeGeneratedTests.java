package dev.nodestart.emulator.docs;

import dev.nodestart.emulator.runtime.NodeTypes;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.runtime.RuntimeSummary;
import dev.nodestart.emulator.runtime.Runtimes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeGeneratedTests {
    private static final String FOLDER = "fake-runtime/src/main/resources/dev/nodestart/runtime";

    /** The source folder read as a user's own: so a new line's file is seen before the index knows it. */
    private final Runtimes runtimes = Runtimes.with(GeneratedFile.REPOSITORY.resolve(FOLDER));

    @Test
    void indexIsCurrent() throws IOException {
        List<RuntimeSummary> rows =
                lines().stream().map(RuntimeDescriptor::summary).toList();
        GeneratedFile.assertCurrent(FOLDER + "/index.json", RuntimeIndexFile.render(rows));
    }

    @Test
    void pageIsCurrent() throws IOException {
        GeneratedFile.assertCurrent("docs/runtimes.md", RuntimesPage.render(lines(), NodeTypes.builtIn()));
    }

    private List<RuntimeDescriptor> lines() {
        return runtimes.list().stream()
                .map(row -> runtimes.find(row.line()).orElseThrow())
                .toList();
    }
}
