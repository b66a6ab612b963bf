package dev.nodestart.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.emulator.node.NodeSession;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.runtime.Runtimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GpuSuiteTests {

    private static final GpuHost NOTHING =
            new GpuHost(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());
    private static final GpuHost COMPLETE = new GpuHost(
            List.of("/dev/nvidia0"),
            List.of(),
            Optional.of("580.126.16"),
            Optional.of("/usr/bin/nvidia-ctk"),
            List.of());

    @Test
    void installedFindsTheSuite() {
        assertThat(CheckSuite.installed()).hasAtLeastOneElementOfType(GpuSuite.class);
    }

    @Test
    void hostWhenNoGpuWasAskedForIsSkipped() {
        assertThat(finding(Optional.empty(), COMPLETE))
                .isEqualTo(Finding.skipped("No GPU was asked for: --gpus was not given."));
    }

    @Test
    void hostWhenMachineHasNoGpuIsSkipped() {
        assertThat(finding(Optional.of("all"), NOTHING))
                .isEqualTo(Finding.skipped("This machine has no GPU: there is no /dev/nvidia0."));
    }

    @Test
    void hostWhenDriverIsNotLoadedIsSkipped() {
        GpuHost host = new GpuHost(List.of("/dev/nvidia0"), List.of(), Optional.empty(), Optional.empty(), List.of());

        assertThat(finding(Optional.of("all"), host).message())
                .isEqualTo("The GPU's driver is not loaded: there is no /proc/driver/nvidia/version.");
    }

    @Test
    void hostWhenNothingCanHandTheGpuOverWarns() {
        GpuHost host =
                new GpuHost(List.of("/dev/nvidia0"), List.of(), Optional.of("580.126.16"), Optional.empty(), List.of());

        assertThat(finding(Optional.of("all"), host).outcome()).isEqualTo(Outcome.WARN);
    }

    @Test
    void hostWhenEverythingIsThereSaysWhat() {
        assertThat(finding(Optional.of("all"), COMPLETE))
                .isEqualTo(Finding.pass("This machine has 1 GPU(s), driver 580.126.16."));
    }

    private static Finding finding(Optional<String> gpus, GpuHost host) {
        GpuSuite suite = new GpuSuite(() -> host);
        RunningNode untouched = new RunningNode() {
            @Override
            public NodeSession session() {
                throw new AssertionError("the node was asked");
            }

            @Override
            public NodeOutput sh(String script, Duration limit) {
                throw new AssertionError("the node was asked");
            }

            @Override
            public void close() {}
        };
        TrialContext context = new TrialContext(launch(gpus), untouched, GpuLevel.QUICK);
        CellResult looked = suite.trials().get(0).action().apply(context);
        Facts facts = new Facts(
                launch(gpus),
                Runtimes.builtIn().find("15.4").orElseThrow(),
                ImageDetails.unknown(),
                Map.of(),
                Map.of(GpuSuite.HOST, looked),
                Map.of());
        return suite.rules().get(0).judgement().apply(facts);
    }

    private static Launch launch(Optional<String> gpus) {
        Launch launch = new Launch(
                "run",
                "cluster",
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode(),
                "15.4.x-scala2.12",
                "15.4",
                Optional.empty(),
                Launch.State.RUNNING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Path.of("run"));
        return gpus.map(asked ->
                        launch.withGpu(new GpuAccess(asked, Optional.empty(), "none", "20.10.24", List.of(), Map.of())))
                .orElse(launch);
    }
}
