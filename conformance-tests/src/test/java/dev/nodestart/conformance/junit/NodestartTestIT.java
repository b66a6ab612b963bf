package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users of the extension see, on a real engine. */
@ExtendWith(TestEngine.class)
class NodestartTestIT {

    @Test
    void aClassHasOneLaunchForItsTestsAndNothingIsLeftAfterIt(Engine engine, TestImages images) {
        Kit kit = Kit.with("test.image", images.whole()).run(InjectedCase.class);
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.succeeded())
                .containsExactlyInAnyOrder("cellsAndCommands(Node)", "sameLaunch(Cluster)", "nested(Node)");
        String run = kit.entry("nodestart.recording").replaceAll(".*/", "");
        assertThat(engine.containers().labelled(List.of(Labels.ofRun(run)))).isEmpty();
    }

    @Test
    void theSuiteIsOneTestACheck(TestImages images) {
        Kit kit = Kit.with("test.image", images.whole()).run(SuiteCase.class);
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.succeeded()).contains("shell", "python", "jar");
        assertThat(kit.entry("nodestart.verdict")).isEqualTo("WORKS");
    }

    @Test
    void anImageThatDoesNotBootFailsTheClassOnceWithTheDiagnosis(TestImages images) {
        Kit kit = Kit.with("test.image", images.with("RUN rm /usr/bin/virtualenv"))
                .run(InjectedCase.class);
        assertThat(kit.succeeded()).isEmpty();
        assertThat(kit.failures()).singleElement().asString().contains("DCS-F01");
    }
}
