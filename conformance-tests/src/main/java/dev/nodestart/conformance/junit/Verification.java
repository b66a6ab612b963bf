package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.VerifyRecord;
import dev.nodestart.emulator.diagnosis.Catalogue;
import dev.nodestart.emulator.diagnosis.Diagnoser;
import dev.nodestart.emulator.launch.LaunchedCluster;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.DriverSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs the suite on a launched cluster and draws the conclusion. */
record Verification(LaunchedCluster cluster, List<Capability> require) {

    VerifyResult result(Supplier<DriverSession> session) {
        Launch launch = cluster.launch();
        Requirements requirements = Requirements.of(
                Optional.of(require.stream().map(Capability::reportName).collect(Collectors.joining(",")))
                        .filter(text -> !text.isEmpty()),
                launch.image().map(ImageInfo::labels).orElse(Map.of()));
        List<CheckResult> results = launch.state() == Launch.State.RUNNING
                ? new CheckRunner(CheckSuite.installed(), Selection.all(), System::nanoTime)
                        .run(new CheckContext(launch, session.get(), Optional.empty()))
                : List.of();
        List<String> evidence = new ArrayList<>(VerifyResult.evidence(results, requirements));
        VerifyResult result = VerifyResult.conclude(
                launch,
                requirements,
                Selection.all(),
                results,
                new Diagnoser(Catalogue.builtIn()).diagnose(launch, evidence));
        VerifyRecord.save(launch.recording(), result);
        return result;
    }
}
