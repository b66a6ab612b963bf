package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.gpu.GpuOffer;
import dev.nodestart.emulator.gpu.HostDriver;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GpuDoctorTests {

    @Test
    void lineWhenTheEngineTellsOfNoneSaysWhatOnlyATrialTells() {
        assertThat(GpuDoctor.line(offer(List.of(), List.of(), Optional.empty())))
                .isEqualTo(DoctorLine.ok(
                        "GPU ways",
                        "none that the engine tells of; told only by trying: hook, which [verify --gpus all] does"));
    }

    @Test
    void lineWhenAnOldEngineReadsCdiSaysThatItMustBeTried() {
        assertThat(GpuDoctor.line(offer(List.of(), List.of("/etc/cdi"), Optional.empty()))
                        .text())
                .contains("told only by trying: cdi, hook");
    }

    @Test
    void lineNamesEveryWayThatIsThere() {
        assertThat(GpuDoctor.line(offer(
                                List.of("nvidia"), List.of("/etc/cdi"), Optional.of(List.of("nvidia.com/gpu=all"))))
                        .text())
                .isEqualTo("cdi, runtime; told only by trying: hook");
    }

    private static GpuOffer offer(List<String> runtimes, List<String> folders, Optional<List<String>> devices) {
        return new GpuOffer("28.5.2", true, runtimes, folders, devices, HostDriver.NOTHING);
    }
}
