package dev.nodestart.emulator.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.GpuInjection;
import dev.nodestart.emulator.model.GpuWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GpuChoiceTests {
    private static final GpuRequest ALL = new GpuRequest.All();

    @Test
    void autoWhenTheEngineNamesCdiDevicesTakesCdi() {
        GpuChoice choice = GpuChoice.of(ALL, Optional.empty(), Offers.everything(), GpuChoiceTests::refused);

        assertThat(choice.access().way()).contains(GpuWay.CDI);
        assertThat(choice.access().devices()).containsExactly("nvidia.com/gpu=all");
        assertThat(choice.access().meaning()).isEqualTo("CDI devices, which Docker 29.3.0 reads from [/etc/cdi]");
        assertThat(choice.access().notTaken())
                .containsEntry(GpuWay.RUNTIME, "Not taken: [cdi] comes before it.")
                .containsEntry(GpuWay.HOOK, "Not taken: [cdi] comes before it.")
                .containsEntry(GpuWay.EXPLICIT, "Not taken: [cdi] comes before it.");
    }

    @Test
    void autoWhenThereIsOnlyTheRuntimeTakesIt() {
        GpuOffer offer =
                new GpuOffer("20.10.24", true, List.of("nvidia"), List.of(), Optional.empty(), HostDriver.NOTHING);

        GpuChoice choice = GpuChoice.of(ALL, Optional.empty(), offer, GpuChoiceTests::refused);

        assertThat(choice.access().way()).contains(GpuWay.RUNTIME);
        assertThat(choice.access().notTaken().get(GpuWay.CDI))
                .isEqualTo("The engine reads no CDI specifications: that needs Docker 25 with [features.cdi], or"
                        + " Docker 28.");
    }

    @Test
    void autoWhenTheEngineDoesNotTellTriesTheHook() {
        List<GpuWay> tried = new ArrayList<>();

        GpuChoice choice = GpuChoice.of(ALL, Optional.empty(), Offers.explicit(), (way, injection) -> {
            tried.add(way);
            return Optional.empty();
        });

        assertThat(tried).containsExactly(GpuWay.HOOK);
        assertThat(choice.access().way()).contains(GpuWay.HOOK);
        assertThat(choice.access().meaning())
                .isEqualTo("--gpus, which on Docker 20.10.24 is the container toolkit's hook");
    }

    @Test
    void autoWhenAnOldEngineReadsCdiTriesThatFirst() {
        GpuOffer offer =
                new GpuOffer("26.1.5", true, List.of(), List.of("/etc/cdi"), Optional.empty(), HostDriver.NOTHING);

        assertThat(GpuChoice.of(ALL, Optional.empty(), offer, GpuChoiceTests::works)
                        .access()
                        .way())
                .contains(GpuWay.CDI);
    }

    @Test
    void autoWhenThereIsNoToolkitMapsByHand() {
        GpuChoice choice = GpuChoice.of(ALL, Optional.empty(), Offers.explicit(), GpuChoiceTests::refused);

        assertThat(choice.access().way()).contains(GpuWay.EXPLICIT);
        assertThat(choice.access().devices()).containsExactly("/dev/nvidia0", "/dev/nvidia1");
        assertThat(choice.access().notTaken()).containsEntry(GpuWay.HOOK, "The engine refused [hook].");
    }

    @Test
    void autoWhenThereIsNothingGivesNothingAndEveryReason() {
        GpuChoice choice = GpuChoice.of(ALL, Optional.empty(), Offers.nothing(), GpuChoiceTests::refused);

        assertThat(choice.injection().isEmpty()).isTrue();
        assertThat(choice.access().way()).isEmpty();
        assertThat(choice.access().notTaken()).containsOnlyKeys(GpuWay.values());
        assertThat(choice.access().line())
                .startsWith("all asked, none given: this engine [20.10.24] offers no way to give a container one. ");
    }

    @Test
    void autoWhenCdiDoesNotNameTheDeviceGoesOn() {
        GpuChoice choice = GpuChoice.of(
                GpuRequest.parse("GPU-ff"), Optional.empty(), Offers.cdi("nvidia.com/gpu=0"), GpuChoiceTests::works);

        assertThat(choice.access().way()).contains(GpuWay.HOOK);
        assertThat(choice.access().notTaken().get(GpuWay.CDI))
                .isEqualTo("The engine's CDI specifications do not name [nvidia.com/gpu=GPU-ff]; they name"
                        + " [nvidia.com/gpu=0].");
    }

    @Test
    void namedWhenTheEngineLacksItIsAskedForAllTheSame() {
        GpuChoice choice = GpuChoice.of(ALL, Optional.of(GpuWay.RUNTIME), Offers.nothing(), GpuChoiceTests::works);

        assertThat(choice.access().way()).contains(GpuWay.RUNTIME);
        assertThat(choice.injection().runtime()).contains("nvidia");
    }

    @Test
    void namedWhenNothingCanBeMappedGivesNothing() {
        GpuChoice choice = GpuChoice.of(ALL, Optional.of(GpuWay.EXPLICIT), Offers.nothing(), GpuChoiceTests::works);

        assertThat(choice.access().way()).isEmpty();
        assertThat(choice.access().meaning())
                .isEqualTo("This machine has no libcuda.so.1 in the usual folders: install NVIDIA's driver, or name its"
                        + " folder in [NODESTART_GPU_DRIVER].");
    }

    @Test
    void explicitWhenTheEngineIsElsewhereIsNotOffered() {
        GpuOffer remote = new GpuOffer("20.10.24", false, List.of(), List.of(), Optional.empty(), Offers.TWO_GPUS);

        assertThat(remote.against(GpuWay.EXPLICIT, ALL))
                .contains("The engine is on another machine, whose device nodes and driver cannot be seen.");
    }

    @Test
    void certainLeavesOutWhatMustBeTried() {
        assertThat(Offers.everything().certain()).containsExactly(GpuWay.CDI, GpuWay.RUNTIME, GpuWay.EXPLICIT);
        assertThat(Offers.nothing().certain()).isEmpty();
    }

    @Test
    void gpusIsCdiFromDocker292On() {
        assertThat(List.of("20.10.24+dfsg1", "28.5.2", "29.1.9", "", "dev")).noneMatch(GpuChoice::gpusMeansCdi);
        assertThat(List.of("29.2.0", "29.10.1-rc1", "30.0")).allMatch(GpuChoice::gpusMeansCdi);
    }

    private static Optional<String> refused(GpuWay way, GpuInjection injection) {
        return Optional.of("The engine refused [" + way.reportName() + "].");
    }

    private static Optional<String> works(GpuWay way, GpuInjection injection) {
        return Optional.empty();
    }
}
