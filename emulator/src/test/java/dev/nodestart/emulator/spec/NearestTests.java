package dev.nodestart.emulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {
    private static final List<String> KNOWN =
            List.of("docker_image", "num_workers", "spark_conf", "spark_env_vars", "spark_version", "url");

    @ParameterizedTest
    @CsvSource({
        "docker_imgae, docker_image",
        "dockerImage, docker_image",
        "docker-image, docker_image",
        "image, ",
        "NUM_WORKERS, num_workers",
        "num_worker, num_workers",
        "spark_config, spark_conf",
        "sparkVersion, spark_version",
        "spark_env, ",
        "uri, url",
        "x, ",
        "'', "
    })
    void toGivesWhatWasMeant(String name, String meant) {
        assertThat(Nearest.to(name, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, abd, 1",
        "abc, ab, 1",
        "'', abc, 3",
        "kitten, sitting, 3"
    })
    void distanceCountsEdits(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    }
}
