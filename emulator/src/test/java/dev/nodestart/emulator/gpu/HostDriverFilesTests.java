package dev.nodestart.emulator.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostDriverFilesTests {
    @TempDir
    Path root;

    @Test
    void readFindsNodesLibrariesOfTheLoadedDriverAndUuids() throws IOException {
        for (String node : new String[] {"nvidia10", "nvidia2", "nvidiactl", "nvidia-uvm", "nvidia-caps/nvidia-cap1"}) {
            write("dev/" + node, "");
        }
        write(
                "proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.126.16  Release Build\n");
        write(
                "proc/driver/nvidia/gpus/0000:01:00.0/information",
                "Model: \t\t NVIDIA H200\nGPU UUID: \t GPU-12ab\nDevice Minor: \t 2\n");
        String folder = "usr/lib/x86_64-linux-gnu/";
        write(folder + "libcuda.so.580.126.16", "");
        write(folder + "libcuda.so.590.1", "");
        write(folder + "libnvidia-ml.so.580.126.16", "");
        write(folder + "libnvidia-nvvm.so.580.126.16", "");
        write(folder + "libnvidia-glcore.so.580.126.16", "");
        Files.createSymbolicLink(root.resolve(folder + "libcuda.so.1"), Path.of("libcuda.so.580.126.16"));
        Files.createSymbolicLink(root.resolve(folder + "libcuda.so"), Path.of("libcuda.so.1"));
        Files.createSymbolicLink(root.resolve(folder + "libnvidia-nvvm.so.4"), Path.of("libnvidia-nvvm.so.580.126.16"));
        write("usr/bin/nvidia-smi", "");

        HostDriver driver = HostDriverFiles.read(root, Optional.empty());

        assertThat(driver.devices()).containsExactly("/dev/nvidia2", "/dev/nvidia10");
        assertThat(driver.controls())
                .containsExactly("/dev/nvidiactl", "/dev/nvidia-uvm", "/dev/nvidia-caps/nvidia-cap1");
        assertThat(driver.version()).contains("580.126.16");
        assertThat(driver.uuids()).containsEntry("GPU-12ab", "/dev/nvidia2").hasSize(1);
        assertThat(driver.folder())
                .isEqualTo(root.resolve("usr/lib/x86_64-linux-gnu").toString());
        assertThat(driver.libraries().stream().map(DriverLibrary::names))
                .containsExactly(
                        java.util.List.of("libcuda.so.580.126.16", "libcuda.so", "libcuda.so.1"),
                        java.util.List.of("libnvidia-ml.so.580.126.16", "libnvidia-ml.so.1"),
                        java.util.List.of("libnvidia-nvvm.so.580.126.16", "libnvidia-nvvm.so.4"));
        assertThat(driver.programs())
                .containsExactly(root.resolve("usr/bin/nvidia-smi").toString());
        assertThat(driver.hasCuda()).isTrue();
    }

    @Test
    void readWhenAFolderIsNamedLooksThereAlone() throws IOException {
        write("usr/lib64/libcuda.so.470.1", "");
        write("mine/lib/libcuda.so.580.2.3", "");

        HostDriver driver = HostDriverFiles.read(root, Optional.of(root.resolve("mine")));

        assertThat(driver.folder()).isEqualTo(root.resolve("mine/lib").toString());
    }

    @Test
    void readWhenNoDriverIsLoadedTakesTheNewestByNumber() throws IOException {
        write("usr/lib64/libcuda.so.99.10", "");
        write("usr/lib64/libcuda.so.470.9", "");
        write("usr/lib64/libcuda.so.470.82.1", "");

        assertThat(HostDriverFiles.read(root, Optional.empty())
                        .libraries()
                        .get(0)
                        .path())
                .endsWith("libcuda.so.470.82.1");
    }

    @Test
    void readWhenTheClosedDriverIsLoadedFindsItsVersion() throws IOException {
        write(
                "proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104  Sat Aug 19 01:15:15 UTC 2023\n");

        assertThat(HostDriverFiles.read(root, Optional.empty()).version()).contains("535.104");
    }

    @Test
    void readWhenTheVersionFileIsStrangeHasNoVersion() throws IOException {
        write("dev/nvidia0", "");
        write("proc/driver/nvidia/version", "nothing of use\n");

        HostDriver driver = HostDriverFiles.read(root, Optional.empty());

        assertThat(driver.devices()).containsExactly("/dev/nvidia0");
        assertThat(driver.version()).isEmpty();
    }

    @Test
    void readWhenThereIsNothingFindsNothing() {
        assertThat(HostDriverFiles.read(root, Optional.empty())).isEqualTo(HostDriver.NOTHING);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
