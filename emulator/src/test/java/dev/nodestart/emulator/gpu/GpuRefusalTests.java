package dev.nodestart.emulator.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.gpu.GpuRefusal.Blame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpuRefusalTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "could not select device driver \"\" with capabilities: [[gpu]]",
                "could not select device driver \"nvidia\" with capabilities: [[gpu]]",
                "could not select device driver \"cdi\" with capabilities: []",
                "Unknown runtime specified nvidia",
                "unknown or invalid runtime name: nvidia",
                "CDI device injection failed: unresolvable CDI devices nvidia.com/gpu=9",
                "setting up CDI devices: unresolvable CDI devices nvidia.com/gpu=9",
                "nvidia-container-cli: initialization error: load library failed: libnvidia-ml.so.1",
                "nvidia-container-cli: initialization error: nvml error: driver/library version mismatch",
                "could not apply required modification to OCI specification: failed to generate CDI spec for mode"
                        + " \"auto\": failed to initialize NVML: ERROR_LIBRARY_NOT_FOUND (nvidia)",
                "invoking the NVIDIA Container Runtime Hook directly (e.g. specifying the docker --gpus flag) is not"
                        + " supported. Please use the NVIDIA Container Runtime",
                "requesting a CDI device with vendor 'runtime.nvidia.com' is not supported when requesting other CDI"
                        + " devices",
                "error gathering device information while adding custom device \"/dev/nvidia9\": no such file or"
                        + " directory"
            })
    void refusalOfTheHostBlamesTheHost(String text) {
        assertThat(GpuRefusal.of(text)).hasValueSatisfying(refusal -> {
            assertThat(refusal.blame()).isEqualTo(Blame.HOST);
            assertThat(refusal.fix()).endsWith(".");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nvidia-container-cli: requirement error: unsatisfied condition: cuda>=12.8, please update your driver"
                        + " to a newer version, or use an earlier cuda container",
                "nvidia-container-cli: mount error: file creation failed:"
                        + " /merged/usr/lib/x86_64-linux-gnu/libnvidia-ml.so.1: file exists",
                "nvidia-container-cli: mount error: path error: /lib/firmware/nvidia/"
            })
    void refusalOfWhatIsInTheImageBlamesTheImage(String text) {
        assertThat(GpuRefusal.of(text).map(GpuRefusal::blame)).contains(Blame.IMAGE);
    }

    @Test
    void refusalsOfOtherThingsAreNone() {
        assertThat(GpuRefusal.of("mkdir /x: file exists")).isEmpty();
        assertThat(GpuRefusal.of("OCI runtime create failed: exec: \"/bin/sh\": no such file or directory"))
                .isEmpty();
    }
}
