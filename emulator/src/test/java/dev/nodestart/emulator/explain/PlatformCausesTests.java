package dev.nodestart.emulator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.diagnosis.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformCausesTests {
    private final List<PlatformCause> rows = PlatformCause.builtIn();

    /** clusters-api.md, appendix A. */
    @Test
    void rowsNameEveryTerminationCodeOnce() {
        assertThat(rows.stream().flatMap(row -> row.codes().stream()))
                .hasSize(187)
                .doesNotHaveDuplicates();
    }

    @Test
    void rowsNameOnlyCausesThatThereAre() {
        Catalogue catalogue = Catalogue.builtIn();

        assertThat(rows.stream()
                        .flatMap(row -> row.id().stream())
                        .filter(id -> id.startsWith("DCS-"))
                        .filter(id -> catalogue.find(id).isEmpty()))
                .isEmpty();
    }

    @Test
    void rowsThatAreNotOpenSayWhatToDo() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.cause()).endsWith(".");
            assertThat(row.fix()).isNotBlank();
        });
    }
}
