package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Labelled;
import dev.nodestart.emulator.launch.ClusterRun.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LivingRunsTests {

    private static final String RUN = "20261122-113000-abcdefgh";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aRunningRunIsAlive() {
        assertThat(living(Set.of(), run(State.RUNNING, "ada"))).containsExactly(RUN);
    }

    @Test
    void aFailedRunThatWasKeptIsNot() {
        assertThat(living(Set.of(), run(State.FAILED, "ada"))).isEmpty();
    }

    @Test
    void aFailedRunWhoseLauncherStillTidiesUpIs() {
        assertThat(living(Set.of(RUN), run(State.FAILED, "ada"))).containsExactly(RUN);
    }

    @Test
    void aStartingRunIsAliveWithItsGuardOnly() {
        assertThat(living(Set.of(RUN), run(State.STARTING, "ada"))).containsExactly(RUN);
        assertThat(living(Set.of(), run(State.STARTING, "ada"))).isEmpty();
    }

    @Test
    void anotherUsersStartingRunIsAliveForAnHour() {
        assertThat(living(Set.of(), run(State.STARTING, "bob"))).containsExactly(RUN);

        Instant later = Instant.parse("2026-11-22T12:31:00Z");
        assertThat(new LivingRuns(Set.of(), "ada", later).of(List.of(run(State.STARTING, "bob")), List.of()))
                .isEmpty();
    }

    @Test
    void aNetworkWithoutContainersBelongsToALaunchWithAGuard() {
        Labelled network = new Labelled("n", "n", "", Map.of(Labels.RUN, RUN, Labels.USER, "ada"), Instant.EPOCH, "");

        assertThat(new LivingRuns(Set.of(RUN), "ada", NOON).of(List.of(), List.of(network)))
                .containsExactly(RUN);
        assertThat(new LivingRuns(Set.of(), "ada", NOON).of(List.of(), List.of(network)))
                .isEmpty();
    }

    @Test
    void aNetworkOfAFailedRunKeepsNothingAlive() {
        Labelled network = new Labelled("n", "n", "", Map.of(Labels.RUN, RUN, Labels.USER, "bob"), Instant.EPOCH, "");

        assertThat(new LivingRuns(Set.of(), "ada", NOON).of(List.of(run(State.FAILED, "bob")), List.of(network)))
                .isEmpty();
    }

    @Test
    void anIdWithoutATimeIsOld() {
        Labelled network = new Labelled("n", "n", "", Map.of(Labels.RUN, "x", Labels.USER, "bob"), Instant.EPOCH, "");

        assertThat(new LivingRuns(Set.of(), "ada", NOON).of(List.of(), List.of(network)))
                .isEmpty();
    }

    @Test
    void aGuardThatWaitsNamesItsRunLast() {
        assertThat(Guards.runOf(List.of("/bin/sh", "-c", "read -r word", Guard.NAME, "java", "-cp", "x", RUN)))
                .contains(RUN);
    }

    @Test
    void aGuardThatSweepsGuardsNoMore() {
        assertThat(Guards.runOf(List.of("java", "-cp", "x", "GuardMain", "unix:///s", "", RUN)))
                .isEmpty();
    }

    private static Set<String> living(Set<String> guarded, ClusterRun run) {
        return new LivingRuns(guarded, "ada", NOON).of(List.of(run), List.of());
    }

    private static ClusterRun run(State state, String user) {
        return new ClusterRun(RUN, "c", state, "i", "s", user, false, NOON, Optional.empty(), List.of());
    }
}
