package dev.nodestart.emulator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.data.Provenance;
import dev.nodestart.emulator.runtime.PythonSettings.Repl;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimesTests {
    private final Runtimes runtimes = Runtimes.builtIn();

    @Test
    void listGivesTheLinesOldestFirst() {
        assertThat(runtimes.list())
                .extracting(RuntimeSummary::line)
                .containsExactly(
                        "7.3", "8.x", "9.1", "10.4", "11.3", "12.2", "13.3", "14.3", "15.4", "16.4", "17.3", "18");
    }

    @Test
    void findGivesTheWholeDescriptor() {
        RuntimeDescriptor line = runtimes.find("15.4").orElseThrow();
        assertThat(line.spark()).isEqualTo("3.5.0");
        assertThat(line.java().defaultMajor()).isEqualTo(8);
        assertThat(line.java().jnameMajors()).containsExactly(8, 17);
        assertThat(line.java().gates()).isEmpty();
        assertThat(line.java().flags(8)).contains("-XX:+PrintGCDateStamps");
        assertThat(line.java().flags(17)).contains("--add-opens=java.base/java.nio=ALL-UNNAMED");
        assertThat(line.java().flags(99)).isEmpty();
        assertThat(line.python().minor()).isEqualTo("3.11");
        assertThat(line.python().interpreter()).isEqualTo("/databricks/python3/bin/python3");
        assertThat(line.python().replImports())
                .containsExactly("IPython", "ipykernel", "traitlets", "google.protobuf", "pyccolo");
        assertThat(line.expectations()).isEqualTo(new Expectations(true, true, true, true));
        assertThat(line.driverNfsNeedsVirtualenv()).isTrue();
        assertThat(line.pins()).containsEntry("ipykernel", "6.25.1");
        assertThat(line.lspPins()).containsEntry("ruff", "0.1.6");
        assertThat(line.provenance()).containsEntry("r", new Provenance("dcs.md §2", Provenance.Confidence.RECALLED));
    }

    @Test
    void findWhenUnknownIsEmpty() {
        assertThat(runtimes.find("15.5")).isEmpty();
        assertThat(runtimes.find("../index")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.3", "8.x", "9.1", "10.4"})
    void linesBefore11RunTheOlderShell(String name) {
        RuntimeDescriptor line = runtimes.find(name).orElseThrow();
        assertThat(line.python().repl()).isEqualTo(Repl.PYTHONSHELL);
        assertThat(line.python().replImports()).containsExactly("IPython");
        assertThat(line.driverNfsNeedsVirtualenv()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"7.3, 8", "15.4, 8", "16.4, 17", "17.3, 17", "18, 21"})
    void gatesAreThoseOfTheDefaultJava(String name, int major) {
        JavaSettings java = runtimes.find(name).orElseThrow().java();
        assertThat(java.defaultMajor()).isEqualTo(major);
        assertThat(java.jnameMajors()).contains(major);
        assertThat(java.gates()).isEqualTo(major == 8 ? List.of() : List.of(major));
    }

    @ParameterizedTest
    @CsvSource({
        "15.4.x-scala2.12, 15.4",
        "15.4.x-photon-scala2.12, 15.4",
        "16.4.x-scala2.12, 16.4",
        "16.4.x-scala2.13, 16.4",
        "8.2.x-scala2.12, 8.x",
        "18.x-scala2.13, 18",
        "18.3.x-scala2.13, 18",
    })
    void chooseWhenKnownIsExactWithoutWarning(String key, String line) {
        RuntimeChoice choice = runtimes.choose(key).orElseThrow();
        assertThat(choice.descriptor().line()).isEqualTo(line);
        assertThat(choice.exact()).isTrue();
        assertThat(choice.warning()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "19.0.x-scala2.13, 18",
        "17.1.x-scala2.13, 17.3",
        "14.1.x-scala2.12, 14.3",
        "10.0.x-scala2.12, 10.4",
        "7.6.x-scala2.12, 7.3",
        "6.4.x-scala2.11, 7.3",
        "99.9.x-scala2.13, 18",
    })
    void chooseWhenUnknownTakesTheNearestAndWarns(String key, String line) {
        RuntimeChoice choice = runtimes.choose(key).orElseThrow();
        assertThat(choice.descriptor().line()).isEqualTo(line);
        assertThat(choice.exact()).isFalse();
        assertThat(choice.warning())
                .contains("Runtime [" + choice.key().version() + "] is not known; the nearest known line [" + line
                        + "] is used instead. Add your own with [--descriptors].");
    }

    @Test
    void chooseWhenScalaIsNotTheLinesWarns() {
        assertThat(runtimes.choose("15.4.x-scala2.13").orElseThrow().warning())
                .contains("Runtime [15.4] comes with Scala [2.12] only, so [15.4.x-scala2.13] is not a key"
                        + " of the platform.");
    }

    @Test
    void chooseWhenNotAKeyIsEmpty() {
        assertThat(runtimes.choose("14.3.x-gpu")).isEmpty();
    }

    @Test
    void statusTurnsOnTheDayAfterTheEnd() {
        Support support = runtimes.find("15.4").orElseThrow().support();
        assertThat(support.on(LocalDate.parse("2027-08-19"))).isEqualTo(Support.Status.SUPPORTED);
        assertThat(support.on(LocalDate.parse("2027-08-20"))).isEqualTo(Support.Status.ENDED);
        assertThat(runtimes.find("8.x").orElseThrow().support().on(LocalDate.parse("2021-06-01")))
                .isEqualTo(Support.Status.ENDED);
    }
}
