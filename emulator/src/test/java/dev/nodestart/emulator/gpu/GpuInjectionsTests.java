package dev.nodestart.emulator.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.GpuInjection;
import dev.nodestart.emulator.engine.GpuInjection.Wish;
import dev.nodestart.emulator.engine.Mount;
import dev.nodestart.emulator.model.GpuWay;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpuInjectionsTests {
    private static final GpuRequest ALL = new GpuRequest.All();
    private static final GpuRequest TWO = new GpuRequest.Count(2);
    private static final GpuRequest NAMED = GpuRequest.parse("GPU-aa");

    @Test
    void hookAsksForAllOrSoManyOrNamedOnes() {
        assertThat(of(GpuWay.HOOK, ALL).wishes()).containsExactly(new Wish("", -1, List.of(), "gpu"));
        assertThat(of(GpuWay.HOOK, TWO).wishes()).containsExactly(new Wish("", 2, List.of(), "gpu"));
        assertThat(of(GpuWay.HOOK, NAMED).wishes()).containsExactly(new Wish("", 0, List.of("GPU-aa"), "gpu"));
    }

    @Test
    void cdiNamesDevicesAndNeverCounts() {
        assertThat(of(GpuWay.CDI, ALL).wishes()).containsExactly(new Wish("cdi", 0, List.of("nvidia.com/gpu=all"), ""));
        assertThat(of(GpuWay.CDI, TWO).wishes())
                .containsExactly(new Wish("cdi", 0, List.of("nvidia.com/gpu=0", "nvidia.com/gpu=1"), ""));
        assertThat(of(GpuWay.CDI, NAMED).wishes())
                .containsExactly(new Wish("cdi", 0, List.of("nvidia.com/gpu=GPU-aa"), ""));
    }

    @Test
    void runtimeNamesThemInTheVariableAndLeavesCapabilitiesToTheImage() {
        assertThat(of(GpuWay.RUNTIME, TWO).env()).containsExactly("NVIDIA_VISIBLE_DEVICES=0,1");
        assertThat(of(GpuWay.RUNTIME, ALL).runtime()).contains("nvidia");
    }

    @Test
    void explicitMapsNodesControlsAndLibrariesUnderAllTheirNames() {
        GpuInjection injection = of(GpuWay.EXPLICIT, NAMED);

        assertThat(injection.devices()).containsExactly("/dev/nvidia1", "/dev/nvidiactl", "/dev/nvidia-uvm");
        String file = "/usr/lib/x86_64-linux-gnu/libcuda.so.580.126.16";
        assertThat(injection.mounts())
                .containsExactly(
                        new Mount("bind", file, file, true),
                        new Mount("bind", file, "/usr/lib/x86_64-linux-gnu/libcuda.so.1", true),
                        new Mount("bind", "/usr/bin/nvidia-smi", "/usr/bin/nvidia-smi", true));
        assertThat(injection.env()).containsExactly("NVIDIA_VISIBLE_DEVICES=void");
    }

    @Test
    void noneGivesNothingWhateverTheImageOrTheEngineSays() {
        GpuRequest none = new GpuRequest.None();

        assertThat(of(GpuWay.RUNTIME, none).env()).containsExactly("NVIDIA_VISIBLE_DEVICES=none");
        assertThat(List.of(GpuWay.CDI, GpuWay.HOOK, GpuWay.EXPLICIT)).allSatisfy(way -> {
            GpuInjection injection = of(way, none);
            assertThat(injection.wishes()).isEmpty();
            assertThat(injection.devices()).isEmpty();
            assertThat(injection.mounts()).isEmpty();
            assertThat(injection.env()).containsExactly("NVIDIA_VISIBLE_DEVICES=void");
        });
        assertThat(GpuInjections.devices(GpuWay.CDI, none, Offers.everything())).isEmpty();
    }

    private static GpuInjection of(GpuWay way, GpuRequest request) {
        return GpuInjections.of(way, request, Offers.everything());
    }
}
