package dev.nodestart.cli;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.PolicyFile;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.facts.GpuLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            names = "--gpus",
            paramLabel = "all|N|UUID,…",
            description = "Asks for GPU checks; so far they only tell whether this machine has a GPU.")
    @Nullable
    String gpus;

    /** Whether any of them was given. */
    boolean given() {
        return require != null || !only.isEmpty() || !skip.isEmpty() || policy != null;
    }

    /** What is asked for; names that no check has are bad input. */
    VerifyOptions read(List<CheckSuite> suites) {
        List<Check> known =
                suites.stream().flatMap(suite -> suite.checks().stream()).toList();
        Selection selection = Selection.parse(only, skip, known);
        Requirements.of(Optional.ofNullable(require), Map.of());
        Policy decided = Optional.ofNullable(policy)
                .map(file -> PolicyFile.read(file, known))
                .orElse(Policy.none());
        return new VerifyOptions(selection, decided, Optional.ofNullable(require), GpuLevel.QUICK);
    }
}
