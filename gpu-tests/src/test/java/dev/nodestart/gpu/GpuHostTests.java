package dev.nodestart.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuHostTests {

    private static final String OPEN_DRIVER = """
            NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.126.16  Release Build  (root@host)
            GCC version:  gcc version 12.3.0 (Ubuntu 12.3.0-1ubuntu1~22.04)
            """;

    @TempDir
    Path root;

    @Test
    void readWhenMachineHasNothingFindsNothing() {
        GpuHost host = GpuHost.read(new HostFiles(root));

        assertThat(host.devices()).isEmpty();
        assertThat(host.controlNodes()).isEmpty();
        assertThat(host.driverVersion()).isEmpty();
        assertThat(host.toolkit()).isEmpty();
        assertThat(host.cdiSpecs()).isEmpty();
        assertThat(host.hasGpu()).isFalse();
    }

    @Test
    void readWhenMachineHasEverythingFindsEverything() throws IOException {
        file("dev/nvidia0", "");
        file("dev/nvidia1", "");
        file("dev/nvidiactl", "");
        file("dev/nvidia-uvm", "");
        file("dev/sda", "");
        file("proc/driver/nvidia/version", OPEN_DRIVER);
        file("usr/bin/nvidia-ctk", "");
        file("etc/cdi/nvidia.yaml", "kind: nvidia.com/gpu");
        file("etc/cdi/other.yaml", "kind: example.com/fpga");
        file("var/run/cdi/nvidia.json", "{\"kind\": \"nvidia.com/gpu\"}");
        file("var/run/cdi/readme.txt", "nvidia.com/gpu");

        GpuHost host = GpuHost.read(new HostFiles(root));

        assertThat(host.devices()).containsExactly("/dev/nvidia0", "/dev/nvidia1");
        assertThat(host.controlNodes()).containsExactly("/dev/nvidia-uvm", "/dev/nvidiactl");
        assertThat(host.driverVersion()).contains("580.126.16");
        assertThat(host.toolkit()).contains("/usr/bin/nvidia-ctk");
        assertThat(host.cdiSpecs()).containsExactly("/etc/cdi/nvidia.yaml", "/var/run/cdi/nvidia.json");
        assertThat(host.hasGpu()).isTrue();
    }

    @Test
    void readWhenDriverIsTheClosedOneFindsItsVersion() throws IOException {
        file(
                "proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104  Sat Aug 19 01:15:15 UTC 2023\n");

        assertThat(GpuHost.read(new HostFiles(root)).driverVersion()).contains("535.104");
    }

    @Test
    void readWhenVersionFileIsStrangeHasNoVersion() throws IOException {
        file("dev/nvidia0", "");
        file("proc/driver/nvidia/version", "nothing of use\n");

        GpuHost host = GpuHost.read(new HostFiles(root));

        assertThat(host.driverVersion()).isEmpty();
        assertThat(host.hasGpu()).isFalse();
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
