package dev.nodestart.cli;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.InstalledSuites;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.PolicyFile;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.gpu.GpuSuite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say what is checked, and what the verdict depends on. */
final class CheckOptions {
    @Option(
            names = "--require",
            paramLabel = "CAP,…",
            description = "Capabilities that must work; else what the policy says, else the image's label"
                    + " dev.nodestart.require, else jar,python,shell.")
    @Nullable
    String require;

    @Option(
            names = "--only",
            paramLabel = "NAME,…",
            description = "Runs only these checks (ids, categories, tags); boot runs none, the launch decides.")
    List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "NAME,…", description = "Leaves these checks out.")
    List<String> skip = new ArrayList<>();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "JSON with required capabilities, severities and waivers.")
    @Nullable
    Path policy;

    @Option(
            names = "--gpu-level",
            paramLabel = "quick|full",
            description = "How much of a GPU is tried: whether it computes (quick, the default), or memory, bandwidth,"
                    + " peers and frameworks too.")
    @Nullable
    String gpuLevel;

    @Option(
            names = "--gpu-ways",
            paramLabel = "all",
            description = "Starts a node by every way in which this host gives a container a GPU, and compares what"
                    + " each sees and computes.")
    @Nullable
    String gpuWays;

    @Option(
            names = "--dockerfile",
            paramLabel = "FILE",
            description = "The image's Dockerfile: causes and failing checks name its instruction, SARIF its line.")
    @Nullable
    Path dockerfile;

    /** Whether any of them was given. */
    boolean given() {
        return require != null || !only.isEmpty() || !skip.isEmpty() || policy != null;
    }

    /** The suites, with a user's own rows where there are such; those are read at once, bad input is told before a launch. */
    static InstalledSuites suites(Optional<Path> descriptors) {
        InstalledSuites suites = new InstalledSuites(() -> GpuSuite.with(CheckSuite.installed(), descriptors));
        descriptors.ifPresent(given -> suites.get());
        return suites;
    }

    /** What is asked for; names that no check has are bad input. */
    VerifyOptions read(Supplier<List<CheckSuite>> suites) {
        List<Check> known = namesChecks()
                ? suites.get().stream()
                        .flatMap(suite -> suite.checks().stream())
                        .toList()
                : List.of();
        everyGpuWay();
        Selection selection = Selection.parse(only, skip, known);
        Requirements.of(Optional.ofNullable(require), Map.of());
        Policy decided = Optional.ofNullable(policy)
                .map(file -> PolicyFile.read(file, known))
                .orElse(Policy.none());
        return new VerifyOptions(selection, decided, Optional.ofNullable(require), gpuLevel());
    }

    /** Whether any name has to be looked up; the checks need not be loaded before the launch where none has. */
    private boolean namesChecks() {
        return policy != null || !skip.isEmpty() || !(only.isEmpty() || only.equals(List.of("boot")));
    }

    /** Whether every way in is to be compared. */
    boolean everyGpuWay() {
        if (gpuWays != null && !gpuWays.equals("all")) {
            throw CliFailure.badInput("--gpu-ways takes all, not [" + gpuWays + "].");
        }
        return gpuWays != null;
    }

    /** How much of a GPU is tried. */
    GpuLevel gpuLevel() {
        return gpuLevel == null
                ? GpuLevel.QUICK
                : GpuLevel.named(gpuLevel)
                        .orElseThrow(
                                () -> CliFailure.badInput("--gpu-level takes quick or full, not [" + gpuLevel + "]."));
    }
}
