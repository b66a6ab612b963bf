package dev.nodestart.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.data.JsonText;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What engines of several ages say of GPUs (gpu.md §2.2), and of limits. */
class EngineInfoTests {

    @Test
    void docker2010SaysNothingOfCdi() throws IOException {
        EngineInfo info = info("1.41", "{\"Runtimes\":{\"runc\":{\"path\":\"runc\"}}}");

        assertThat(info.cdiFolders()).isEmpty();
        assertThat(info.cdiDevices()).isEmpty();
        assertThat(info.nvidiaRuntimes()).isEmpty();
    }

    @Test
    void docker26ReadsCdiAndDoesNotSayWhatItFound() throws IOException {
        EngineInfo info = info("1.45", "{\"CDISpecDirs\":[\"/etc/cdi\",\"/var/run/cdi\"]}");

        assertThat(info.cdiFolders()).containsExactly("/etc/cdi", "/var/run/cdi");
        assertThat(info.cdiDevices()).isEmpty();
    }

    @Test
    void docker28NamesItsDevices() throws IOException {
        EngineInfo info = info(
                "1.50",
                "{\"CDISpecDirs\":[\"/etc/cdi\"],\"DiscoveredDevices\":[{\"Source\":\"cdi\",\"ID\":\"nvidia.com/gpu=all\"},"
                        + "{\"Source\":\"other\",\"ID\":\"x\"}]}");

        assertThat(info.cdiDevices().orElseThrow()).containsExactly("nvidia.com/gpu=all");
    }

    @Test
    void docker28WithoutASpecificationNamesNone() throws IOException {
        EngineInfo info = info("1.50", "{\"CDISpecDirs\":[\"/etc/cdi\"],\"DiscoveredDevices\":null}");

        assertThat(info.cdiDevices().orElseThrow()).isEmpty();
    }

    @Test
    void runtimesAreNvidiasByNameOrByProgram() throws IOException {
        EngineInfo info = info(
                "1.41",
                "{\"Runtimes\":{\"gpu\":{\"path\":\"/usr/bin/nvidia-container-runtime.cdi\"},\"nvidia\":{\"path\":\"x\"},"
                        + "\"runc\":{\"path\":\"runc\"}}}");

        assertThat(info.nvidiaRuntimes()).containsExactly("gpu", "nvidia");
        assertThat(info.runtimes()).containsExactly("gpu", "nvidia", "runc");
    }

    @Test
    void rootlessEngineWithoutControlGroupsHoldsContainersToNoLimits() throws IOException {
        assertThat(info("1.41", "{\"CgroupDriver\":\"none\",\"MemoryLimit\":false,\"CpuCfsQuota\":false}")
                        .limits())
                .isFalse();
        assertThat(info("1.41", "{\"Rootless\":true,\"CgroupVersion\":\"1\",\"MemoryLimit\":true}")
                        .limits())
                .isFalse();
        assertThat(info("1.41", "{\"Rootless\":true,\"CgroupVersion\":\"2\",\"MemoryLimit\":true}")
                        .limits())
                .isTrue();
        assertThat(info("1.41", "{\"MemoryLimit\":true,\"CpuCfsQuota\":true}").limits())
                .isTrue();
        assertThat(info("1.41", "{}").limits()).isTrue();
    }

    private static EngineInfo info(String apiVersion, String json) throws IOException {
        return EngineInfo.from(JsonText.read(json), ApiVersion.of(apiVersion));
    }
}
