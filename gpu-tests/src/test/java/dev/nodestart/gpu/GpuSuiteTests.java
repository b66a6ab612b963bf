package dev.nodestart.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CapabilityMatrix;
import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.emulator.gpu.HostDriver;
import dev.nodestart.emulator.model.GpuWay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every check, on the facts of the {@code …Cases} classes beside this one. */
class GpuSuiteTests {
    private static final List<GpuCase> CASES = Stream.of(
                    ImageCases.all(), DeviceCases.all(), ComputeCases.all(), RunCases.all())
            .flatMap(List::stream)
            .toList();

    private final GpuSuite suite = new GpuSuite(() -> HostDriver.NOTHING, Map.of(), new BuiltInTables());

    @TestFactory
    Stream<DynamicTest> everyCaseComesOutAsItMust() {
        return CASES.stream()
                .map(one -> dynamicTest(one.check() + ": " + one.name(), () -> {
                    CheckResult result = result(one.facts(), one.check());
                    assertThat(result.outcome() + ": " + result.message())
                            .isEqualTo(one.outcome() + ": " + one.message());
                }));
    }

    @Test
    void everyCheckHasFactsOnWhichItPassesAndFactsOnWhichItDoesNot() {
        assertThat(suite.checks()).allSatisfy(check -> {
            assertThat(outcomes(check)).as(check.id() + " passes").contains(Outcome.PASS);
            assertThat(outcomes(check))
                    .as(check.id() + " does not pass")
                    .containsAnyOf(Outcome.FAIL, Outcome.WARN, Outcome.ERROR);
        });
    }

    private static Set<Outcome> outcomes(Check check) {
        return CASES.stream()
                .filter(one -> check.id().equals("GPU-" + one.check()))
                .map(GpuCase::outcome)
                .collect(Collectors.toSet());
    }

    @Test
    void thereAreThirtyFourChecks() {
        assertThat(suite.checks())
                .extracting(Check::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 34)
                        .mapToObj("GPU-G%02d"::formatted)
                        .toList());
    }

    @Test
    void everyCheckSaysWhyWhatToDoAndWhereItComesFrom() {
        assertThat(suite.checks()).allSatisfy(check -> {
            assertThat(check.capability()).as(check.id()).contains(Capability.GPU);
            assertThat(check.title()).as(check.id()).isNotBlank().doesNotEndWith(".");
            assertThat(check.why()).as(check.id()).endsWith(".");
            assertThat(check.remedy()).as(check.id()).isNotBlank();
            assertThat(check.source())
                    .as(check.id())
                    .contains("gpu.md")
                    .contains("§4.2 " + check.id().substring(4));
        });
    }

    @Test
    void imageAndGpuThatAreInOrderPassAndProveIt() {
        List<CheckResult> results = run(GpuFacts.h200());
        assertThat(results)
                .filteredOn(result -> result.outcome() != Outcome.PASS && result.outcome() != Outcome.SKIPPED)
                .isEmpty();
        assertThat(gpu(results).state()).isEqualTo(CapabilityStatus.State.YES);
        assertThat(gpu(results).because()).containsExactly("GPU-G34");
    }

    @Test
    void simulatedDriverNeverMakesAYes() {
        List<CheckResult> results = run(GpuFacts.h200().simulated());
        assertThat(gpu(results).state()).isEqualTo(CapabilityStatus.State.UNKNOWN);
        assertThat(results)
                .filteredOn(result -> result.outcome() != Outcome.SKIPPED)
                .filteredOn(result -> !Set.of("GPU-G05", "GPU-G06", "GPU-G07", "GPU-G08", "GPU-G09", "GPU-G10")
                        .contains(result.check().id()))
                .hasSizeGreaterThan(20)
                .allSatisfy(result -> assertThat(result.message()).startsWith("SIMULATED: "));
    }

    @Test
    void simulatedDriverMakesNoYesWhereOnlyOneCheckRuns() {
        List<CheckResult> all = run(GpuFacts.h200().simulated());
        for (CheckResult one : all) {
            assertThat(gpu(List.of(one)).state()).as(one.check().id()).isEqualTo(CapabilityStatus.State.UNKNOWN);
        }
    }

    @Test
    void withoutAGpuNothingIsKnownAndTheReasonIsSaid() {
        List<CheckResult> results = run(GpuFacts.plain());
        assertThat(results).extracting(CheckResult::outcome).containsOnly(Outcome.SKIPPED);
        assertThat(results).extracting(CheckResult::message).containsOnly(Device.NOT_ASKED, ImageCuda.NONE);
        assertThat(gpu(results).state()).isEqualTo(CapabilityStatus.State.UNKNOWN);
        assertThat(gpu(results).because()).containsExactly("GPU-G34");
    }

    @Test
    void imageThatFailsAStaticCheckHasNoGpuOnAnyMachine() {
        List<CheckResult> results = run(GpuFacts.image().row("search\t/usr/local/cuda/lib64/stubs"));
        assertThat(gpu(results).state()).isEqualTo(CapabilityStatus.State.NO);
        assertThat(gpu(results).because()).containsExactly("GPU-G08");
    }

    @Test
    void gpuThatIsNotGivenLeavesItUnknown() {
        assertThat(gpu(run(GpuFacts.h200().notGiven("no way in."))).state()).isEqualTo(CapabilityStatus.State.UNKNOWN);
    }

    @Test
    void whateverTheProbeWritesNothingThrowsAndNothingIsProvedByLess() {
        String good = GpuFacts.resource("h200.jsonl");
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.setLength(Math.max(1, at));
                } else {
                    text.setCharAt(at, (char) (32 + random.nextInt(95)));
                }
            }
            assertThat(run(GpuFacts.h200().tried(GpuCheck.PROBE, text.toString())))
                    .as("seed 11, round " + i)
                    .noneMatch(result -> result.message().startsWith("Could not be evaluated"));
        }
    }

    @Test
    void oneDeviceOfManyIsEnoughForTheNodes() {
        GpuFacts other = GpuFacts.h200()
                .probe(
                        "\"path\":\"/dev/nvidia0\",\"uid\":0,\"exists\":true",
                        "\"path\":\"/dev/nvidia3\",\"uid\":0,\"exists\":true")
                .given("1", GpuWay.CDI);
        assertThat(result(other, "G11").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void whatChecksNeedIsTried() {
        Set<String> tried = suite.trials().stream().map(Trial::name).collect(Collectors.toSet());
        // other ways in and other nodes are tried by the command, with launches of their own
        tried.add(GpuCheck.WAYS);
        tried.add(GpuCheck.RESTRICTED);
        assertThat(suite.rules())
                .allSatisfy(rule -> assertThat(tried).as(rule.check().id()).containsAll(rule.needs()));
    }

    @Test
    void questionsAreQuickOnes() {
        assertThat(suite.questions())
                .hasSize(2)
                .noneMatch(Question::slow)
                .extracting(Question::name)
                .containsExactly("gpu.image", "gpu.cache");
    }

    @Test
    void installedFindsTheSuite() {
        assertThat(CheckSuite.installed()).hasAtLeastOneElementOfType(GpuSuite.class);
    }

    private List<CheckResult> run(GpuFacts facts) {
        return new CheckRunner(List.of(suite), Selection.all(), Policy.none(), LocalDate.EPOCH, () -> 0)
                .run(facts.facts());
    }

    private CheckResult result(GpuFacts facts, String number) {
        return run(facts).stream()
                .filter(result -> result.check().id().equals("GPU-" + number))
                .findFirst()
                .orElseThrow();
    }

    private static CapabilityStatus gpu(List<CheckResult> results) {
        return CapabilityMatrix.of(results, Requirements.defaults()).stream()
                .filter(status -> status.capability() == Capability.GPU)
                .findFirst()
                .orElseThrow();
    }
}
