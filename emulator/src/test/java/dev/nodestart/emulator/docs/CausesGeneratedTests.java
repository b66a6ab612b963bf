package dev.nodestart.emulator.docs;

import dev.nodestart.emulator.diagnosis.Catalogue;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesGeneratedTests {
    @Test
    void pageIsCurrent() throws IOException {
        GeneratedFile.assertCurrent("docs/causes.md", CausesPage.render(Catalogue.builtIn()));
    }
}
