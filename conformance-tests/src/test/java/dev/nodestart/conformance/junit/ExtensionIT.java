package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Lifecycles, sharing, building, on a real engine. */
@ExtendWith(TestEngine.class)
class ExtensionIT {

    @Test
    void everyMethodHasALaunchOfItsOwnAlsoInParallel(Engine engine, TestImages images) {
        Kit kit = parallel(images.whole()).run(ExtensionCases.PerMethod.class);
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.succeeded()).hasSize(2);
        assertThat(Set.copyOf(kit.entries("run"))).hasSize(2);
        kit.entries("run")
                .forEach(run -> assertThat(engine.containers().labelled(List.of(Labels.ofRun(run))))
                        .isEmpty());
    }

    @Test
    void classesThatShareALaunchHaveOneAlsoInParallel(Engine engine, TestImages images) {
        Kit kit = parallel(images.whole()).run(ExtensionCases.SharedFirst.class, ExtensionCases.SharedSecond.class);
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.entries("run")).hasSize(4).containsOnly(kit.entry("run"));
        assertThat(engine.containers().labelled(List.of(Labels.ofRun(kit.entry("run")))))
                .isEmpty();
    }

    @Test
    void aSharedLaunchWithOtherSettingsIsRefused(TestImages images) {
        Kit kit = Kit.with("test.image", images.whole())
                .run(ExtensionCases.SharedFirst.class, ExtensionCases.SharedOtherwise.class);
        assertThat(kit.failures())
                .containsExactly("ExtensionCases$SharedOtherwise: " + ExtensionCases.SharedOtherwise.class.getName()
                        + ": another class of this run shares [one] with other settings: give them the same, or another"
                        + " name.");
    }

    @Test
    void aDockerfileIsBuiltAndItsFormerImageGoes(Engine engine, TestImages images, @TempDir Path folder)
            throws IOException {
        Path dockerfile = folder.resolve("Dockerfile");
        String tag = BuiltImage.of(write(dockerfile, images, "RUN echo yes >/etc/built"), List.of())
                .tag();
        try {
            assertThat(built(dockerfile).failures()).isEmpty();
            String first = engine.images().inspect(tag).orElseThrow().id();
            write(dockerfile, images, "RUN echo yes >/etc/built && echo changed >/etc/changed");
            assertThat(built(dockerfile).failures()).isEmpty();
            assertThat(engine.images().inspect(first)).isEmpty();
        } finally {
            engine.images().remove(tag, true);
        }
    }

    @Test
    void aDockerfileThatCannotBeBuiltFailsTheClassWithTheEndOfTheBuildsLog(TestImages images, @TempDir Path folder)
            throws IOException {
        Path dockerfile = write(folder.resolve("Dockerfile"), images, "RUN echo before && no-such-command");
        assertThat(built(dockerfile).failures())
                .singleElement()
                .asString()
                .startsWith("ExtensionCases$Built: The image cannot be built from [" + dockerfile
                        + "]: The command '/bin/sh -c echo before && no-such-command' returned a non-zero code: 127\n"
                        + "The build's last lines:\n")
                .contains("\n  before\n", "no-such-command: not found");
    }

    @Test
    void aLaunchThatMayFailIsGivenToTheTests(TestImages images) {
        Kit kit = Kit.with("test.image", images.with("RUN rm /usr/bin/virtualenv"))
                .run(ExtensionCases.MayFail.class);
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.succeeded()).hasSize(1);
    }

    private static Kit built(Path dockerfile) {
        return Kit.with("test.dockerfile", dockerfile.toString()).run(ExtensionCases.Built.class);
    }

    private static Path write(Path dockerfile, TestImages images, String line) throws IOException {
        return Files.writeString(
                dockerfile, "FROM " + images.whole() + "\nENV JNAME=java-17-openjdk-amd64\n" + line + "\n");
    }

    private static Kit parallel(String image) {
        return Kit.with("test.image", image, "junit.jupiter.execution.parallel.enabled", "true");
    }
}
