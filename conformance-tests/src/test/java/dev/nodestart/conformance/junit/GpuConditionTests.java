package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.gpu.DriverLibrary;
import dev.nodestart.emulator.gpu.GpuOffer;
import dev.nodestart.emulator.gpu.HostDriver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class GpuConditionTests {

    @Test
    void judgeWhenTheEngineNamesDevicesRunsTheTests() {
        GpuOffer offer = new GpuOffer(
                "28.5.2",
                false,
                List.of(),
                List.of("/etc/cdi"),
                Optional.of(List.of("nvidia.com/gpu=all")),
                HostDriver.NOTHING);

        ConditionEvaluationResult result = GpuCondition.judge(offer);

        assertThat(result.isDisabled()).isFalse();
        assertThat(result.getReason()).contains("The engine gives GPUs by way of [cdi]");
    }

    @Test
    void judgeWhenThereIsNoGpuLeavesThemOutAndSaysWhy() {
        ConditionEvaluationResult result = GpuCondition.judge(engine(HostDriver.NOTHING));

        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason())
                .contains("No GPU: the engine names neither CDI devices nor an NVIDIA runtime, and this machine has no"
                        + " NVIDIA device nodes");
    }

    @Test
    void judgeWhenOnlyADriversLibrariesAreHereLeavesThemOut() {
        HostDriver simulated = new HostDriver(
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                "/sim",
                List.of(new DriverLibrary("/sim/libcuda.so.1.0", List.of("libcuda.so.1"))),
                List.of());

        assertThat(GpuCondition.judge(engine(simulated)).isDisabled()).isTrue();
    }

    @Test
    void annotationCarriesATagToChooseBy() {
        assertThat(RequiresGpu.class.getAnnotation(Tag.class).value()).isEqualTo("gpu");
    }

    private static GpuOffer engine(HostDriver driver) {
        return new GpuOffer("20.10.24", true, List.of(), List.of(), Optional.empty(), driver);
    }
}
