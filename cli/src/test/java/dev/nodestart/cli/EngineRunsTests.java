package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.ClusterRun.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineRunsTests {

    private static final ClusterRun KEPT = ClusterRuns.run("kkkkkkkk", State.FAILED, "ada");
    private static final ClusterRun NEWER = ClusterRuns.run("nnnnnnnn", State.RUNNING, "ada");
    private static final ClusterRun OLDER = ClusterRuns.run("oooooooo", State.RUNNING, "ada");
    private static final ClusterRun BOBS = ClusterRuns.run("bbbbbbbb", State.RUNNING, "bob");

    @Test
    void runningIsTheNewestRunningOneOfTheUser() {
        assertThat(runs(BOBS, KEPT, NEWER, OLDER).running(Optional.empty())).isEqualTo(NEWER);
    }

    @Test
    void runningIsADetachedOneBeforeANewerThatAnotherTerminalHolds() {
        ClusterRun held = ClusterRuns.run("vvvvvvvv", State.RUNNING, "ada", false);

        assertThat(runs(held, OLDER).running(Optional.empty())).isEqualTo(OLDER);
        assertThat(runs(held, BOBS).running(Optional.empty())).isEqualTo(held);
    }

    @Test
    void heldAreTheUsersOwnThatAnotherCommandWillEnd() {
        ClusterRun verify = ClusterRuns.run("vvvvvvvv", State.RUNNING, "ada", false);
        ClusterRun starting = ClusterRuns.run("ssssssss", State.STARTING, "ada", false);
        ClusterRun keptOfVerify = ClusterRuns.run("ffffffff", State.FAILED, "ada", false);
        ClusterRun bobs = ClusterRuns.run("cccccccc", State.RUNNING, "bob", false);

        assertThat(runs(verify, starting, keptOfVerify, bobs, NEWER).held()).containsExactly(verify, starting);
    }

    @Test
    void runningWhenThereIsNoneSaysWhatToDo() {
        assertThatThrownBy(() -> runs(BOBS, KEPT).running(Optional.empty()))
                .isInstanceOf(CliFailure.class)
                .hasMessage("No run of yours is RUNNING on this engine. Start one with [nodestart launch IMAGE"
                        + " --detach], or see all with [nodestart ps].")
                .extracting(failure -> ((CliFailure) failure).exitCode())
                .isEqualTo(2);
    }

    @Test
    void runningWhenTheNamedOneFailedSaysWhereToLook() {
        assertThatThrownBy(() -> runs(KEPT).running(Optional.of("kkkkkkkk")))
                .hasMessage("The run [20261122-120000-kkkkkkkk] is FAILED, so no command can be run on it. Look inside"
                        + " with [nodestart shell 20261122-120000-kkkkkkkk], or remove it with [nodestart stop"
                        + " 20261122-120000-kkkkkkkk].");
    }

    @Test
    void runningTakesAnotherUsersRunWhereItIsNamed() {
        assertThat(runs(BOBS, NEWER).running(Optional.of("bbbbbbbb"))).isEqualTo(BOBS);
    }

    @Test
    void anyStateWhenNoneRunsIsTheKeptOne() {
        assertThat(runs(BOBS, KEPT).anyState(Optional.empty())).isEqualTo(KEPT);
    }

    @Test
    void namedWhenThereIsNoneNamesIt() {
        assertThatThrownBy(() -> runs(NEWER).named("zzz"))
                .hasMessage("No run [zzz] is on this engine. See all with [nodestart ps].");
    }

    @Test
    void namedTakesTheClusterId() {
        assertThat(runs(NEWER, OLDER).named("1122-120000-oooooooo")).isEqualTo(OLDER);
    }

    @Test
    void namedWhenItCouldBeTwoAsksForMore() {
        assertThatThrownBy(() -> runs(NEWER, OLDER).named("2026"))
                .hasMessage("The run [2026] could be any of [20261122-120000-nnnnnnnn, 20261122-120000-oooooooo]:"
                        + " write more of its id.");
    }

    private static EngineRuns runs(ClusterRun... runs) {
        return new EngineRuns(List.of(runs), "ada");
    }
}
