package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.Guards;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.launch.LivingRuns;
import dev.nodestart.emulator.launch.Prune;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nodestart prune}. */
@Command(
        name = "prune",
        description = {
            "Removes what Nodestart left on this engine and no living run owns: failed launches that were kept,"
                    + " networks, volumes and temporary images, such as a crash of the engine leaves.",
            "Touches nothing that is not Nodestart's own."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  nodestart prune", "  nodestart prune --all     your running clusters too, and the sample image"})
final class PruneCommand extends NodestartCommand {
    /** What the sample image is made of; see the module emulator's package host. */
    private static final List<String> SAMPLE_IMAGES =
            List.of("nodestart/sample", "nodestart/sample-files", "nodestart/sample-stage", "nodestart/base");

    private static final String SAMPLE_STAGE = "dev.nodestart.build=sample";

    @Option(
            names = "--all",
            description = "Your running clusters too, the sample image with its base, and copies of runtime trees.")
    boolean all;

    PruneCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Engine engine = engine().connect().engine()) {
            EngineRuns runs = EngineRuns.of(engine);
            Set<String> living = new HashSet<>(new LivingRuns(Guards.guarded(), runs.user(), Instant.now())
                    .of(runs.all(), engine.networks().labelled(List.of(Labels.RUN))));
            if (all) {
                runs.mine().stream().map(ClusterRun::runId).forEach(living::remove);
            }
            Prune.Pruned pruned = new Prune(engine).allBut(living);
            int samples = all ? removeSamples(engine) : 0;
            int trees = all ? new Prune(engine).runtimeTrees() : 0;
            if (pruned.any() || samples + trees > 0) {
                say("Removed "
                        + Counts.text(
                                pruned.containers(),
                                pruned.networks(),
                                pruned.volumes() + trees,
                                pruned.images() + samples)
                        + (pruned.runs().isEmpty() ? "." : " of " + String.join(", ", pruned.runs()) + "."));
            } else {
                say("There is nothing to remove.");
            }
            return 0;
        }
    }

    private static int removeSamples(Engine engine) {
        List<String> names = SAMPLE_IMAGES.stream()
                .flatMap(repository -> engine.images().named(repository).stream())
                .toList();
        names.forEach(name -> engine.images().remove(name, true));
        engine.imageBuilds().removeUntagged(SAMPLE_STAGE);
        return names.size();
    }
}
