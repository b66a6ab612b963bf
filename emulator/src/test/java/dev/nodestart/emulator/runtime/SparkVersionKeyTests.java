package dev.nodestart.emulator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.runtime.SparkVersionKey.Variant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkVersionKeyTests {
    @ParameterizedTest
    @CsvSource({
        "15.4.x-scala2.12, 15.4, '', 2.12, true",
        "17.3.x-scala2.13, 17.3, '', 2.13, true",
        "18.x-scala2.13, 18, '', 2.13, true",
        "14.3.x-photon-scala2.12, 14.3, PHOTON, 2.12, true",
        "6.4.x-esr-scala2.11, 6.4, ESR, 2.11, true",
        "6.0.x-conda-scala2.11, 6.0, CONDA, 2.11, true",
        "14.3.x-aarch64-scala2.12, 14.3, AARCH64, 2.12, false",
        "14.3.x-aarch64-photon-scala2.12, 14.3, AARCH64 PHOTON, 2.12, false",
        "14.3.x-cpu-ml-scala2.12, 14.3, ML, 2.12, false",
        "14.3.x-gpu-ml-scala2.12, 14.3, GPU_ML, 2.12, false",
        "5.5.x-gpu-scala2.11, 5.5, GPU, 2.11, false",
        "7.3.x-hls-scala2.12, 7.3, HLS, 2.12, false",
        "apache-spark-2.4.x-scala2.11, 2.4, LIGHT, 2.11, false",
    })
    void parseGivesVersionVariantsAndScala(
            String text, String version, String variants, String scala, boolean takesImage) {
        SparkVersionKey key = SparkVersionKey.parse(text).orElseThrow();
        assertThat(key).isEqualTo(new SparkVersionKey(text, version, variants(variants), scala));
        assertThat(key.takesImage()).isEqualTo(takesImage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15.4",
                "15.4.x",
                "14.3.x-gpu",
                "15.x-scala2.12",
                "8.x-scala2.12",
                "15.4.x-scala2.9",
                "15.4.x-scala2.12 ",
                "15.4.x-turbo-scala2.12",
                "15.4.x-photon-photon-scala2.12",
                "15.4.x-gpu-mlx-scala2.12",
                "15.4.x-apache-spark-scala2.12",
                "auto:latest-lts",
                "15.4.3-scala2.12",
                "99999999999.x-scala2.12",
            })
    void parseWhenNotAKeyIsEmpty(String text) {
        assertThat(SparkVersionKey.parse(text)).isEmpty();
    }

    @Test
    void variantsKnowTheirPartOfTheKey() {
        assertThat(Variant.GPU_ML.key()).isEqualTo("gpu-ml");
    }

    private static Set<Variant> variants(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Variant::valueOf)
                .collect(Collectors.toSet());
    }
}
