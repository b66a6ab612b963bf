package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTests {
    @ParameterizedTest
    @CsvSource({
        "registry:503, registry:503@pull_image",
        "registry:stall, registry:stall@pull_image",
        "disk-full@inject_runtime, disk-full@inject_runtime",
        "no-dns, no-dns@start_container",
        "slow-start=30, slow-start=30@start_spark",
        "kill-node@init_scripts, kill-node@init_scripts"
    })
    void parseKnowsWhereAFaultUsuallyIs(String text, String whole) {
        assertThat(Fault.parse(text)).hasToString(whole);
        assertThat(Fault.parse(whole)).isEqualTo(Fault.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flood | --inject: [flood] is no fault. Known are registry:STATUS, registry:stall, disk-full, no-dns,"
                        + " slow-start=SECONDS and kill-node, each with @STAGE where it is to happen.",
                "registry:200 | --inject: [registry:200] is not complete: registry takes an HTTP status from 400 to 599 or"
                        + " stall, as in [registry:503].",
                "slow-start | --inject: [slow-start] is not complete: slow-start takes a number of seconds, as in"
                        + " [slow-start=30].",
                "no-dns:1 | --inject: [no-dns:1] is not complete: no-dns takes no value.",
                "kill-node@pull_image | --inject: [kill-node@pull_image] cannot happen at [pull_image], only at"
                        + " init_scripts, start_spark."
            })
    void parseOfAnythingElseSaysWhatIsKnown(String text, String message) {
        assertThatThrownBy(() -> Fault.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void noteSaysThatItIsNotTheImagesFault() {
        assertThat(new Fault(Fault.Kind.NO_DNS, "", Stage.START_CONTAINER).note())
                .isEqualTo("Injected: [no-dns@start_container], as --inject asked. What follows from it is not the"
                        + " image's fault.");
    }
}
