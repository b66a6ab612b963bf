package dev.nodestart.conformance.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.emulator.node.CellResult.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsRecordTests {

    @Test
    void readGivesBackWhatWasWritten() {
        Facts facts = FactSets.everything()
                .with("x", new Answer(3, "out\twith \"all\"\n", "err"))
                .with("t", FactSets.bad(Status.TIMEOUT, "trace"));

        assertThat(FactsRecord.read(FactsRecord.write(facts), facts.launch(), facts.runtime()))
                .isEqualTo(facts);
    }

    @Test
    void factsThatAreMissingSayWhy() {
        Facts all = FactSets.everything();
        Facts facts = new Facts(
                all.launch(),
                all.runtime(),
                all.imageDetails(),
                Map.of(),
                Map.of(),
                Map.of("r.cell", "the connection to the driver was lost"));

        assertThatExceptionOfType(FactMissingException.class)
                .isThrownBy(() -> facts.trial("r.cell"))
                .withMessage("[r.cell] is not known: the connection to the driver was lost.");
        assertThatExceptionOfType(FactMissingException.class)
                .isThrownBy(() -> facts.answer("x"))
                .withMessage("[x] is not known: the node gave no answer to it.");
    }
}
