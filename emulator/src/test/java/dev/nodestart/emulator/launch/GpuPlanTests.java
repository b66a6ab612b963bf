package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.gpu.GpuWish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a wish for GPUs changes in a plan. */
class GpuPlanTests {
    private static final GpuWish ALL = GpuWish.parse(Optional.of("all"), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void sparkHas90SecondsWithoutGpus() {
        assertThat(launch().request().limits().spark()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void sparkHas120SecondsWithGpus() {
        assertThat(launch().gpu(ALL).request().limits().spark()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void sparkHas120SecondsOnANodeTypeWithGpus() {
        LaunchRequest request = LaunchCase.spec(folder, """
                {"spark_version": "15.4.x-scala2.12", "node_type_id": "g4dn.xlarge", "num_workers": 0,
                 "docker_image": {"url": "acme/image:1"}}""").request();

        assertThat(request.limits().spark()).isEqualTo(Duration.ofMinutes(2));
        assertThat(request.extras().gpu().of(request.driverType().orElseThrow().gpus()))
                .hasValueSatisfying(asked -> assertThat(asked.text()).isEqualTo("1"));
    }

    @Test
    void sparkKeepsALimitThatWasAskedFor() {
        Limits limits = Limits.DEFAULT.withSpark(Duration.ofSeconds(30));

        assertThat(launch().gpu(ALL).limits(limits).request().limits().spark()).isEqualTo(Duration.ofSeconds(30));
    }

    private LaunchCase launch() {
        return LaunchCase.of(folder, "acme/image:1");
    }
}
