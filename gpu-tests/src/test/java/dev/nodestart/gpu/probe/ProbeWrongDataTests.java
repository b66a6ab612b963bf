package dev.nodestart.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that give a wrong result, and drivers that say yes and do nothing: none of them passes. */
class ProbeWrongDataTests {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private ProbeBench bench;

    @BeforeAll
    static void driver() {
        SimulatedDriver.build(shared.resolve("driver"));
    }

    @BeforeEach
    void bench() {
        bench = ProbeBench.in(folder, shared.resolve("driver"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vadd", "hash"})
    void oneWrongBitOfAKernelIsFound(String kernel) {
        ProbeRun run = bench.knob("CORRUPT", kernel).run(ProbeLevel.QUICK);

        assertThat(run.exit()).hasValue(4);
        assertThat(run.facts("kernel").stream()
                        .filter(fact -> fact.text("kernel").equals(Optional.of(kernel))))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.number("wrong")).hasValue(1);
                    assertThat(fact.number("first_wrong")).hasValue(0);
                });
    }

    @Test
    void oneWrongBitOfMemoryIsFound() {
        ProbeRun run = bench.knob("CORRUPT", "pattern_write").run(ProbeLevel.QUICK);

        assertThat(run.exit()).hasValue(4);
        assertThat(run.facts("memory")).hasSize(4).allSatisfy(fact -> {
            assertThat(fact.number("errors")).hasValue(1);
            assertThat(fact.number("first_bad")).hasValue(0);
            assertThat(fact.number("sample_wrong")).hasValue(1);
        });
    }

    @Test
    void driverThatLaunchesNothingIsFoundByEveryKernel() {
        ProbeRun run = bench.knob("NOOP", "kernels").run(ProbeLevel.FULL);

        assertThat(run.exit()).hasValue(4);
        assertThat(run.facts("kernel"))
                .hasSize(3)
                .allSatisfy(kernel -> assertThat(kernel.number("wrong")).isEqualTo(kernel.number("elements")));
        assertThat(run.facts("memory")).hasSize(4).allSatisfy(memory -> {
            assertThat(memory.number("errors")).hasValue(0); // the lie
            assertThat(memory.flag("control")).isFalse();
            assertThat(memory.number("sample_wrong").orElse(0)).isPositive();
        });
        assertThat(run.facts("bandwidth"))
                .hasSize(6)
                .filteredOn(fact -> fact.number("wrong").orElse(-1) == 0)
                .extracting(fact -> fact.text("kind").orElse(""))
                .isSubsetOf("h2d");
    }

    @ParameterizedTest
    @CsvSource({"cuMemcpyHtoDAsync_v2, h2d", "cuMemcpyDtoHAsync_v2, d2h", "cuMemcpyDtoDAsync_v2, d2d"})
    void copyThatDoesNothingIsFastAndFound(String function, String kind) {
        ProbeRun run = bench.knob("NOOP", function).run(ProbeLevel.FULL);

        assertThat(run.exit()).hasValue(4);
        assertThat(run.facts("bandwidth").stream()
                        .filter(fact -> fact.number("wrong").orElse(0) > 0))
                .extracting(fact -> fact.text("kind").orElse(""))
                .containsExactly(kind);
    }

    @Test
    void eventsThatGiveNoNumberAreNoTrouble() {
        ProbeRun run = bench.knob("CLOCK_NAN", "1").run(ProbeLevel.FULL);

        assertThat(run.unreadable()).isZero();
        assertThat(run.facts("bandwidth"))
                .hasSize(6)
                .allSatisfy(fact -> assertThat(fact.decimal("gbps")).hasValue(0));
    }

    @ParameterizedTest
    @CsvSource({"NOOP, 1048576", "CORRUPT, 1"})
    void peerCopyThatIsWrongIsFound(String knob, long wrong) {
        ProbeRun run = bench.knob("COUNT", "2").knob(knob, "cuMemcpyPeer").run(ProbeLevel.FULL);

        assertThat(run.exit()).hasValue(4);
        assertThat(run.facts("peer"))
                .hasSize(2)
                .allSatisfy(peer -> assertThat(peer.number("wrong")).hasValue(wrong));
    }
}
