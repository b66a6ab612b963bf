package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.model.Launch;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything that a report says about one verification.
 *
 * @param launch the launch
 * @param verdict the answer
 * @param requirements what the verdict depends on
 * @param capabilities the matrix
 * @param checks every selected check, in the order of the catalogue
 * @param diagnosis causes of a verdict other than WORKS, most certain first
 * @param facts what was gathered, empty where nothing was
 */
public record VerifyResult(
        Launch launch,
        Verdict verdict,
        Requirements requirements,
        List<CapabilityStatus> capabilities,
        List<CheckResult> checks,
        List<Diagnosis> diagnosis,
        Optional<Facts> facts) {

    /**
     * Draws the conclusion from what was launched and checked.
     *
     * @param results as {@link CheckRunner} gave them; empty for a launch that did not reach RUNNING
     * @param causes the diagnosis, asked for only where the verdict is not WORKS
     */
    public static VerifyResult conclude(
            Launch launch,
            Requirements requirements,
            Selection selection,
            List<CheckResult> results,
            Supplier<List<Diagnosis>> causes,
            Optional<Facts> facts) {
        List<CapabilityStatus> matrix = CapabilityMatrix.of(results, requirements);
        Verdict verdict = Verdict.of(launch.state(), selection.bootOnly(), results, matrix);
        return new VerifyResult(
                launch,
                verdict,
                requirements,
                matrix,
                results.stream().map(result -> soften(result, requirements)).toList(),
                verdict == Verdict.WORKS ? List.of() : List.copyOf(causes.get()),
                facts);
    }

    /** The same with causes that are known already. */
    public static VerifyResult conclude(
            Launch launch,
            Requirements requirements,
            Selection selection,
            List<CheckResult> results,
            List<Diagnosis> causes,
            Optional<Facts> facts) {
        return conclude(launch, requirements, selection, results, () -> causes, facts);
    }

    /**
     * What checks of required capabilities showed that failed, or that the machine kept from an answer: the lines that a
     * diagnosis can be read from.
     */
    public static List<String> evidence(List<CheckResult> results, Requirements requirements) {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.FAIL || result.outcome() == Outcome.ERROR)
                .filter(result -> result.check()
                        .capability()
                        .filter(requirements::includes)
                        .isPresent())
                .flatMap(result -> Stream.concat(
                        Stream.of(result.check().id() + ": " + result.message()), result.evidence().stream()))
                .toList();
    }

    /** A capability that the image lacks and nobody requires is worth knowing, and no failure of the image. */
    private static CheckResult soften(CheckResult result, Requirements requirements) {
        return result.check()
                .capability()
                .filter(capability -> result.outcome() == Outcome.FAIL && !requirements.includes(capability))
                .map(capability -> result.with(
                        Outcome.WARN, result.message() + " Not required: [" + capability.reportName() + "]."))
                .orElse(result);
    }
}
