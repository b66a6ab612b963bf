package dev.nodestart.conformance.assertj;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long a launch took, and what it took so long with. Pure.
 *
 * @param total from the create call to the end of the last stage
 * @param slowest its slowest stages, slowest first
 */
record BootTime(Duration total, List<StageRun> slowest) {
    private static final int SHOWN = 5;

    static BootTime of(Launch launch) {
        Instant end = launch.stages().stream()
                .map(stage -> stage.startedAt().plus(stage.duration()))
                .max(Comparator.naturalOrder())
                .orElse(launch.startedAt());
        return new BootTime(
                Duration.between(launch.startedAt(), end),
                launch.stages().stream()
                        .sorted(Comparator.comparing(StageRun::duration).reversed())
                        .limit(SHOWN)
                        .toList());
    }

    Optional<String> problem(Duration limit) {
        if (total.compareTo(limit) <= 0) {
            return Optional.empty();
        }
        return Optional.of("Expecting the cluster to start within " + Texts.seconds(limit) + ", but it took "
                + Texts.seconds(total) + ". Its slowest stages:"
                + Texts.listed(slowest.stream()
                        .map(stage -> Texts.seconds(stage.duration()) + "  " + stage.node() + " "
                                + stage.stage().reportName())));
    }
}
