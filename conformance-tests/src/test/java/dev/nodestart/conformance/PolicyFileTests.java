package dev.nodestart.conformance;

import static dev.nodestart.conformance.testing.Results.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nodestart.emulator.data.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTests {

    private static final Check R1 = check("R-001", Severity.MUST, true, Capability.R);

    @TempDir
    Path folder;

    @Test
    void readTakesCapabilitiesSeveritiesAndWaivers() throws IOException {
        Policy policy = read("""
                {"require": ["jar", "cluster-libraries"],
                 "severities": {"R-001": "info"},
                 "waivers": [{"check": "R-001", "reason": "R comes next month.", "expires": "2026-12-31"}]}""");

        assertThat(policy)
                .isEqualTo(new Policy(
                        Optional.of(List.of(Capability.JAR, Capability.CLUSTER_LIBRARIES)),
                        Map.of("R-001", Severity.INFO),
                        List.of(new Waiver("R-001", "R comes next month.", LocalDate.of(2026, 12, 31)))));
    }

    @Test
    void readWhenNothingIsDecidedIsNone() throws IOException {
        assertThat(read("{}")).isEqualTo(Policy.none());
    }

    @Test
    void readWhenFileIsMissingSaysSo() {
        Path missing = folder.resolve("none.json");

        assertThatExceptionOfType(DataFileException.class)
                .isThrownBy(() -> PolicyFile.read(missing, List.of(R1)))
                .withMessage("There is no policy file [" + missing + "].");
    }

    @Test
    void readNamesThePlaceOfWhatIsWrong() {
        assertProblem("{\"requires\": []}", "[/requires] is not known here; known are [require, severities, waivers]");
        assertProblem(
                "{\"require\": [\"pyton\"]}", "[/require/0] [pyton] is no capability; known are [jar, python, r,");
        assertProblem(
                "{\"severities\": {\"R-002\": \"info\"}}",
                "[/severities/R-002] is the id of no check; did you mean [R-001].");
        assertProblem("{\"severities\": {\"R-001\": \"low\"}}", "[/severities/R-001] must be must, should or info.");
        assertProblem(
                "{\"waivers\": [{\"check\": \"catgory\", \"reason\": \"x\", \"expires\": \"2026-12-31\"}]}",
                "[/waivers/0/check] [catgory] is no check, category or tag; did you mean [category].");
        assertProblem(
                "{\"waivers\": [{\"check\": \"R-001\", \"expires\": \"2026-12-31\"}]}",
                "[/waivers/0/reason] is missing.");
        assertProblem(
                "{\"waivers\": [{\"check\": \"R-001\", \"reason\": \"x\", \"expires\": \"soon\"}]}",
                "[/waivers/0/expires] must be a day such as 2027-08-19.");
    }

    private void assertProblem(String json, String problem) {
        assertThatExceptionOfType(DataFileException.class)
                .isThrownBy(() -> read(json))
                .withMessageContaining(problem);
    }

    private Policy read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.json"), json);
        return PolicyFile.read(file, List.of(R1));
    }
}
