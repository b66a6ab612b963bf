package dev.nodestart.emulator.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.model.GpuWay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpuRequestTests {

    @Test
    void parseTakesAllNumbersAndUuids() {
        assertThat(GpuRequest.parse("all")).isEqualTo(new GpuRequest.All());
        assertThat(GpuRequest.parse(" 2 ")).isEqualTo(new GpuRequest.Count(2));
        assertThat(GpuRequest.parse("GPU-8f6d0c11-aa, MIG-1b"))
                .isEqualTo(new GpuRequest.Devices(List.of("GPU-8f6d0c11-aa", "MIG-1b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1000", "some", "GPU-", "GPU-1,,GPU-2", "0,1", "ALL", "GPU-zz"})
    void parseWhenItIsNoneOfThemSaysWhatItTakes(String value) {
        assertThatThrownBy(() -> GpuRequest.parse(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--gpus takes all, a number from 1 on, or UUIDs such as GPU-8f6d…, separated by commas, not ["
                                + value + "].");
    }

    @Test
    void textIsWhatTheFlagTakes() {
        for (String text : List.of("all", "8", "GPU-1a,GPU-2b")) {
            assertThat(GpuRequest.parse(text).text()).isEqualTo(text);
        }
    }

    @Test
    void wishWhenNothingIsSaidLeavesTheNodeType() {
        assertThat(GpuWish.NONE.of(0)).isEmpty();
        assertThat(GpuWish.NONE.of(4)).contains(new GpuRequest.Count(4));
    }

    @Test
    void wishWhenGpusAreNamedOutweighsTheNodeType() {
        assertThat(GpuWish.parse(Optional.of("all"), Optional.empty()).of(4)).contains(new GpuRequest.All());
    }

    @Test
    void wishReadsTheWayAndTheDriversFolder() {
        GpuWish wish = GpuWish.parse(Optional.of("1"), Optional.of("cdi")).in(Map.of("NODESTART_GPU_DRIVER", "/drv"));

        assertThat(wish.way()).contains(GpuWay.CDI);
        assertThat(wish.driver()).contains(Path.of("/drv"));
        assertThat(GpuWish.parse(Optional.empty(), Optional.of("auto")).way()).isEmpty();
    }

    @Test
    void wishWhenTheWayIsUnknownSaysWhichThereAre() {
        assertThatThrownBy(() -> GpuWish.parse(Optional.empty(), Optional.of("magic")))
                .hasMessage("--gpu-way takes auto, hook, runtime, cdi or explicit, not [magic].");
    }
}
