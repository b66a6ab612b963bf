package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.PolicyFile;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.dockerfile.Dockerfile;
import dev.nodestart.conformance.dockerfile.InstructionBlame;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.conformance.report.VerifyRecord;
import dev.nodestart.emulator.launch.LaunchedCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the suite is asked for.
 *
 * @param require capabilities that must work, empty for the label's or the default
 * @param only ids, categories and tags of the checks that run, empty for all
 * @param skip ids, categories and tags of those that do not
 * @param policy a policy file
 * @param gpuLevel how much of a GPU is tried
 * @param dockerfile what the image was built from: causes and failing checks name its instruction
 */
record Verification(
        List<Capability> require,
        List<String> only,
        List<String> skip,
        Optional<String> policy,
        GpuLevel gpuLevel,
        Optional<Path> dockerfile) {
    /** Everything that is installed runs, and nothing was decided. */
    static final Verification DEFAULT =
            new Verification(List.of(), List.of(), List.of(), Optional.empty(), GpuLevel.QUICK, Optional.empty());

    Verification requiring(List<Capability> capabilities) {
        return new Verification(capabilities, only, skip, policy, gpuLevel, dockerfile);
    }

    Verification blaming(Path file) {
        return new Verification(require, only, skip, policy, gpuLevel, Optional.of(file));
    }

    /** Runs the suite on a launched cluster, draws the conclusion and keeps it in the recording. */
    VerifyResult of(LaunchedCluster cluster) {
        List<CheckSuite> suites = CheckSuite.installed();
        try {
            VerifyResult result = blamed(new Verifier(suites, options(suites), Clock.systemUTC()).verify(cluster));
            VerifyRecord.save(result.launch().recording(), result);
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The suite was interrupted.", e);
        }
    }

    private VerifyResult blamed(VerifyResult result) {
        return dockerfile
                .map(file -> InstructionBlame.of(result, Dockerfile.read(file), String.valueOf(file.getFileName()))
                        .result())
                .orElse(result);
    }

    private VerifyOptions options(List<CheckSuite> suites) {
        List<Check> known =
                suites.stream().flatMap(suite -> suite.checks().stream()).toList();
        return new VerifyOptions(
                Selection.parse(only, skip, known),
                policy.map(file -> PolicyFile.read(Path.of(file), known)).orElseGet(Policy::none),
                Optional.of(require.stream().map(Capability::reportName).collect(Collectors.joining(",")))
                        .filter(names -> !names.isEmpty()),
                gpuLevel);
    }
}
