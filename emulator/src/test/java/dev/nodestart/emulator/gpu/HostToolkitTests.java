package dev.nodestart.emulator.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostToolkitTests {
    @TempDir
    Path root;

    @Test
    void readFindsTheCommandAndTheSpecificationsThatNameGpus() throws IOException {
        write("usr/bin/nvidia-ctk", "");
        write("etc/cdi/nvidia.yaml", "kind: nvidia.com/gpu");
        write("etc/cdi/other.yaml", "kind: example.com/fpga");
        write("var/run/cdi/nvidia.json", "{\"kind\": \"nvidia.com/gpu\"}");
        write("var/run/cdi/readme.txt", "nvidia.com/gpu");

        assertThat(HostToolkit.read(root))
                .isEqualTo(new HostToolkit(
                        Optional.of("/usr/bin/nvidia-ctk"),
                        List.of("/etc/cdi/nvidia.yaml", "/var/run/cdi/nvidia.json")));
    }

    @Test
    void readWhenThereIsNothingFindsNothing() {
        assertThat(HostToolkit.read(root)).isEqualTo(HostToolkit.NOTHING);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
