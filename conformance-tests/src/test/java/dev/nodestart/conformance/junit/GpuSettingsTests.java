package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.model.GpuWay;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GpuSettingsTests {

    @Test
    void annotationSaysWhichGpusHowAndHowMuchOfThem() {
        LaunchSettings settings = of(Full.class);

        assertThat(settings.gpu().request()).contains(new GpuRequest.Count(2));
        assertThat(settings.gpu().way()).contains(GpuWay.CDI);
        assertThat(settings.verification().gpuLevel()).isEqualTo(GpuLevel.FULL);
    }

    @Test
    void annotationThatSaysNothingLeavesGpusToTheNodeType() {
        assertThat(of(Plain.class).gpu().request()).isEmpty();
        assertThat(of(Plain.class).verification().gpuLevel()).isEqualTo(GpuLevel.QUICK);
    }

    @Test
    void annotationWithABadValueSaysWhatItTakes() {
        assertThatThrownBy(() -> of(Bad.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--gpus takes all, a number from 1 on, or UUIDs");
    }

    @Test
    void containerTakesGpusAndTheirWay() {
        LaunchSettings settings =
                LaunchSettings.NONE.withGpuWay(GpuWay.EXPLICIT).withGpus("all");

        assertThat(settings.gpu().request()).contains(new GpuRequest.All());
        assertThat(settings.gpu().way()).contains(GpuWay.EXPLICIT);
    }

    private static LaunchSettings of(Class<?> annotated) {
        return LaunchSettings.of(
                Objects.requireNonNull(annotated.getAnnotation(NodestartTest.class)), UnaryOperator.identity());
    }

    @NodestartTest(image = "acme/image:1", gpus = "2", gpuWay = "cdi", gpuLevel = GpuLevel.FULL)
    private static final class Full {}

    @NodestartTest(image = "acme/image:1")
    private static final class Plain {}

    @NodestartTest(image = "acme/image:1", gpus = "some")
    private static final class Bad {}
}
