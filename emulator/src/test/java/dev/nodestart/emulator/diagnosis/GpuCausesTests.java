package dev.nodestart.emulator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.explain.Explainer;
import dev.nodestart.emulator.explain.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CUDA, the container toolkit, engines and this project's own GPU checks say, and the cause behind it. */
class GpuCausesTests {
    private static final String MACHINE = "This is the machine's, not the image's: ";

    private final Catalogue catalogue = Catalogue.builtIn();
    private final Diagnoser diagnoser = new Diagnoser(catalogue);
    private final Explainer explainer = Explainer.builtIn();

    /** An id and a text, with a tab stop between them. */
    static Stream<String> texts() {
        try (InputStream file = GpuCausesTests.class.getResourceAsStream("gpu-texts.tsv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void diagnoseNamesTheCauseFirst(String row) {
        String[] fields = row.split("\t", 2);
        assertThat(diagnoser.diagnose(Launches.running("15.4"), List.of(fields[1])))
                .extracting(Diagnosis::id)
                .startsWith(fields[0]);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void explainNamesTheCauseFirst(String row) throws IOException {
        String[] fields = row.split("\t", 2);
        InputStream text = new ByteArrayInputStream(fields[1].getBytes(StandardCharsets.UTF_8));
        assertThat(explainer.explain(text, "text", Optional.of("15.4")).findings())
                .extracting(Finding::id)
                .startsWith(fields[0]);
    }

    @Test
    void everyCauseHasATextAndLinesToPasteOrAReasonForNone() {
        List<String> covered = texts().map(row -> row.split("\t", 2)[0]).toList();
        assertThat(catalogue.causes())
                .filteredOn(cause -> cause.id().startsWith("GPU-"))
                .hasSizeGreaterThanOrEqualTo(25)
                .allSatisfy(cause -> {
                    assertThat(covered).as(cause.id()).contains(cause.id());
                    assertThat(cause.signs()).as(cause.id()).isNotEmpty();
                });
    }

    @Test
    void whatIsTheMachinesSaysSo() {
        assertThat(catalogue.causes().stream()
                        .filter(cause -> cause.cause().startsWith(MACHINE))
                        .map(Cause::id)
                        .collect(Collectors.toSet()))
                .contains(
                        "GPU-F07", "GPU-F15", "GPU-F17", "GPU-F18", "GPU-F19", "GPU-F26", "GPU-F27", "GPU-F28",
                        "GPU-F29", "GPU-F30", "GPU-F31", "GPU-F32", "GPU-F34", "GPU-F35", "GPU-F36", "GPU-F40",
                        "GPU-F42");
    }
}
