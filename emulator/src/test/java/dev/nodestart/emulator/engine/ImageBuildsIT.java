package dev.nodestart.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.host.EngineImageBuilder;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestEngine.class)
class ImageBuildsIT {

    private static final String FLAT = "nodestart/test-image:flat";

    @Test
    void flattenRemovesTheContainerThatAKilledProcessLeft(Engine engine, TestImages images) throws Exception {
        String image = images.with("RUN true");
        try (HalfDone left = new HalfDone(engine, image)) {
            assertThat(left.containers()).hasSize(1);

            new EngineImageBuilder(engine).flatten(image, FLAT);

            assertThat(left.containers()).isEmpty();
            assertThat(engine.images().inspect(FLAT)).isPresent();
        }
    }

    @Test
    void untagTakesTheNameAlsoWhereAContainerWasMadeFromTheImage(Engine engine, TestImages images) throws Exception {
        EngineImageBuilder builder = new EngineImageBuilder(engine);
        builder.flatten(images.with("RUN true"), FLAT);
        try (HalfDone left = new HalfDone(engine, FLAT)) {
            builder.untag(FLAT);

            assertThat(left.containers()).hasSize(1);
            assertThat(engine.images().inspect(FLAT)).isEmpty();
        }
    }

    /** A container as a process leaves it that is killed while it flattens an image. */
    private record HalfDone(Engine engine, String image) implements AutoCloseable {

        HalfDone {
            engine.imageBuilds().container(image);
        }

        List<Labelled> containers() {
            return engine.containers().labelled(List.of("dev.nodestart.flattens=" + image));
        }

        @Override
        public void close() {
            containers().forEach(container -> engine.containers().remove(container.id()));
            engine.images().remove(FLAT, true);
        }
    }
}
