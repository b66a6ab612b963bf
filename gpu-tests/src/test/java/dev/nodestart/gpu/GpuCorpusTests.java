package dev.nodestart.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.diagnosis.Catalogue;
import dev.nodestart.emulator.diagnosis.Cause;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The GPU corpus as data: complete, and about causes and checks that there are. */
class GpuCorpusTests {
    /** Rows of gpu.md §1.4 that no case provokes, and why. */
    private static final Map<String, String> WITHOUT_A_CASE = Map.of(
            "GPU-F16", "a check that only warns: case shm-for-two",
            "GPU-F17", "a check that only warns: case nodes-for-root-only",
            "GPU-F19", "needs a GPU that can be partitioned; the text is recognised",
            "GPU-F21", "a check that only warns: case second-driver; musl is judged on facts",
            "GPU-F22", "needs a real driver; the text is recognised",
            "GPU-F23", "needs two NCCLs; the text is recognised",
            "GPU-F24", "needs the legacy hook; the text is recognised",
            "GPU-F25", "a check that only warns: case ld-preload");

    private final List<GpuCorpusCase> cases = GpuCorpusCase.all();

    @Test
    void everyRowOfTheFactsHasACaseOrAReason() {
        Set<String> covered =
                cases.stream().flatMap(one -> one.causes().stream()).collect(Collectors.toSet());
        assertThat(Catalogue.builtIn().causes())
                .extracting(Cause::id)
                .filteredOn(id -> id.startsWith("GPU-") && Integer.parseInt(id.substring(5)) <= 25)
                .hasSize(25)
                .allSatisfy(id -> assertThat(covered.contains(id) != WITHOUT_A_CASE.containsKey(id))
                        .as(id)
                        .isTrue());
    }

    @Test
    void casesNameCausesChecksAndScriptsThatThereAre() {
        Set<String> causes =
                Catalogue.builtIn().causes().stream().map(Cause::id).collect(Collectors.toSet());
        Set<String> checks =
                new GpuSuite().checks().stream().map(check -> check.id()).collect(Collectors.toSet());
        assertThat(cases).hasSizeGreaterThanOrEqualTo(30).allSatisfy(one -> {
            assertThat(causes).as(one.name()).containsAll(one.causes());
            assertThat(checks).as(one.name()).containsAll(one.checks().keySet());
            assertThat(one.checks()).as(one.name()).isNotEmpty();
            assertThat(one.script().stream()).as(one.name()).allMatch(Files::exists);
            assertThat(one.broken() || one.causes().isEmpty()).as(one.name()).isTrue();
        });
    }

    @Test
    void dockerfilesAreLinesOnTopOfTheBase() {
        assertThat(Stream.concat(Stream.of(List.of("")), cases.stream().map(GpuCorpusCase::lines)))
                .allSatisfy(lines -> assertThat(lines).noneMatch(line -> line.startsWith("FROM")));
    }
}
