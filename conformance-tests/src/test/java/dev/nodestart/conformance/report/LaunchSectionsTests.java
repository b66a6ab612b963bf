package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchSectionsTests {

    @Test
    void initScriptsThatEndAlikeShareALine() {
        assertThat(print(List.of(
                        Launches.script("driver", InitScriptStatus.SUCCEEDED, Optional.empty()),
                        Launches.script("worker-1", InitScriptStatus.FAILED_EXECUTION, Optional.of("It failed.")),
                        Launches.script("worker-2", InitScriptStatus.SUCCEEDED, Optional.empty()))))
                .isEqualTo("""

                        Init scripts
                          SUCCEEDED            310 ms  workspace:/Shared/tools.sh  (driver and 1 more)
                          FAILED_EXECUTION     310 ms  workspace:/Shared/tools.sh  (worker-1)
                                                       It failed.
                        """);
    }

    @Test
    void initScriptsWhenThereAreNoneHasNoHeading() {
        assertThat(print(List.of())).isEmpty();
    }

    private static String print(List<InitScriptRun> runs) {
        Launch base = Launches.running(2);
        Page page = new Page(Style.plain());
        LaunchSections.initScripts(
                new Launch(
                        base.runId(),
                        base.clusterId(),
                        base.startedAt(),
                        base.spec(),
                        base.sparkVersion(),
                        base.line(),
                        base.image(),
                        base.state(),
                        base.termination(),
                        base.stateMessage(),
                        base.trouble(),
                        base.nodes(),
                        base.stages(),
                        base.events(),
                        runs,
                        base.overlay(),
                        base.notes(),
                        base.recording()),
                page);
        return page.toString();
    }
}
