package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.EarlyFacts;
import dev.nodestart.conformance.facts.FactGatherer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.FactsRecord;
import dev.nodestart.conformance.facts.FailedNode;
import dev.nodestart.conformance.facts.Probe;
import dev.nodestart.emulator.diagnosis.Catalogue;
import dev.nodestart.emulator.diagnosis.Diagnoser;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From a launched cluster, or from the recording of one, to an answer: gathers facts, evaluates checks, concludes. Safe for
 * use by many threads.
 */
public final class Verifier {
    private final Supplier<List<CheckSuite>> suites;
    private final VerifyOptions options;
    private final Clock clock;
    private Optional<Catalogue> catalogue = Optional.empty();

    /** Wires the verifier. */
    public Verifier(List<CheckSuite> suites, VerifyOptions options, Clock clock) {
        this(() -> suites, options, clock);
    }

    /** Wires the verifier, with suites that are asked for when a node runs. */
    public Verifier(Supplier<List<CheckSuite>> suites, VerifyOptions options, Clock clock) {
        this.suites = suites;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Verifies a cluster, whatever came of its launch, and puts the facts into the recording.
     *
     * @throws UnknownNameException where the image's label requires a capability that there is not
     * @throws InterruptedException also where the process is told to end meanwhile: what then fails says nothing of the
     *     image
     */
    public VerifyResult verify(LaunchedCluster cluster) throws InterruptedException {
        return verify(cluster, Optional.empty());
    }

    /**
     * Listens to a launch that will be verified, and asks while its driver starts what the driver cannot change.
     *
     * @return for the launcher, and then for {@link #verify(LaunchedCluster, EarlyFacts)}
     */
    public EarlyFacts whileStarting(EngineAccess access, LaunchRequest request) {
        return new EarlyFacts(
                access,
                FactGatherer.variables(request.runtime(), request.echo()),
                () -> options.selection().bootOnly()
                        ? List.of()
                        : runner().questions(request.runtime().line()));
    }

    /** Verifies a cluster, as {@link #verify(LaunchedCluster)} does, with what was asked while it started. */
    public VerifyResult verify(LaunchedCluster cluster, EarlyFacts early) throws InterruptedException {
        return verify(cluster, Optional.of(early));
    }

    private VerifyResult verify(LaunchedCluster cluster, Optional<EarlyFacts> early) throws InterruptedException {
        Launch launch = cluster.outcome();
        if (launch.state() != Launch.State.RUNNING) {
            Optional<Facts> seen = FailedNode.look(cluster);
            cluster.requireUndisturbed();
            seen.ifPresent(facts -> FactsRecord.save(launch.recording(), facts));
            return conclude(cluster.launch(), seen);
        }
        if (options.selection().bootOnly()) {
            return conclude(launch, Optional.empty());
        }
        CheckRunner runner = runner();
        Probe probe = new Probe(launch.runId(), FactGatherer.variables(cluster.runtime(), launch.spec()));
        Facts facts = new FactGatherer(probe, options.gpuLevel())
                .gather(cluster, runner.questions(launch.line()), runner.trials(launch.line()), early);
        cluster.requireUndisturbed();
        FactsRecord.save(launch.recording(), facts);
        return conclude(launch, Optional.of(facts));
    }

    /** The answer to a launch and what was gathered from it: no engine is needed. */
    public VerifyResult conclude(Launch launch, Optional<Facts> facts) {
        Requirements requirements = Requirements.of(
                options.require(),
                options.policy().require(),
                launch.image().map(ImageInfo::labels).orElse(Map.of()));
        // checks judge a node that runs; of one that failed there is only what it lacks
        List<CheckResult> results = facts.filter(known -> launch.state() == Launch.State.RUNNING)
                .map(known -> runner().run(known))
                .orElse(List.of());
        return VerifyResult.conclude(
                launch,
                requirements,
                options.selection(),
                results,
                () -> causes(launch, facts, requirements, results),
                facts);
    }

    private List<Diagnosis> causes(
            Launch launch, Optional<Facts> facts, Requirements requirements, List<CheckResult> results) {
        List<String> evidence = new ArrayList<>(LogEvidence.of(launch));
        facts.map(known -> FailedNode.missing(known, requirements.includes(Capability.PYTHON)))
                .ifPresent(evidence::addAll);
        evidence.addAll(VerifyResult.evidence(results, requirements));
        return new Diagnoser(catalogue()).diagnose(launch, evidence);
    }

    /** Read once, where there is something to diagnose. */
    private synchronized Catalogue catalogue() {
        Catalogue known = catalogue.orElseGet(Catalogue::builtIn);
        catalogue = Optional.of(known);
        return known;
    }

    private CheckRunner runner() {
        return new CheckRunner(
                suites.get(), options.selection(), options.policy(), LocalDate.now(clock), System::nanoTime);
    }
}
