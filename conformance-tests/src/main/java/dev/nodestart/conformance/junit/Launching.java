package dev.nodestart.conformance.junit;

import dev.nodestart.emulator.launch.ClusterLauncher;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchFlags;
import dev.nodestart.emulator.launch.LaunchListener;
import dev.nodestart.emulator.launch.LaunchPlan;
import dev.nodestart.emulator.launch.LaunchPlanner;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.launch.Limits;
import dev.nodestart.emulator.launch.PullPolicy;
import dev.nodestart.emulator.launch.Surroundings;
import dev.nodestart.emulator.secret.SecretReader;
import dev.nodestart.emulator.spec.Overrides;
import dev.nodestart.emulator.spec.SpecProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Launches what a test wants.
 *
 * @param access the engine
 * @param surroundings what else the nodes belong to
 * @param runs the folder in which recordings are kept
 */
record Launching(EngineAccess access, Surroundings surroundings, Path runs) {

    /**
     * Builds the image where one is to be built, launches, and waits for what comes of it.
     *
     * @throws AssertionError where the image cannot be built
     * @throws IllegalArgumentException where the settings or the spec are wrong
     */
    Cluster launch(LaunchSettings settings) {
        String spec = settings.spec().map(Launching::read).orElse(null);
        Optional<BuiltImage> built =
                settings.dockerfile().map(dockerfile -> BuiltImage.of(Path.of(dockerfile), settings.buildArgs()));
        Optional<String> image = built.map(it -> it.on(access.engine())).or(settings::image);
        Verification verification = built.map(it -> settings.verification().blaming(it.dockerfile()))
                .orElse(settings.verification());
        LaunchFlags flags = new LaunchFlags(
                        Optional.ofNullable(spec),
                        new Overrides(
                                image,
                                settings.dbr(),
                                settings.workers(),
                                settings.env(),
                                settings.conf(),
                                settings.initScripts()),
                        List.of(),
                        settings.secrets(),
                        settings.maps(),
                        List.of(),
                        Optional.empty(),
                        PullPolicy.MISSING,
                        Limits.DEFAULT,
                        runs,
                        false,
                        Optional.empty())
                .withGpu(settings.gpu().in(System.getenv()));
        LaunchRequest request = plan(flags).in(surroundings);
        ClusterLauncher launcher = new ClusterLauncher(access, Clock.systemUTC(), new Random());
        try {
            return new Cluster(launcher.launch(request, LaunchListener.NONE), verification);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The launch was interrupted.", e);
        }
    }

    private static LaunchRequest plan(LaunchFlags flags) {
        LaunchPlan plan = new LaunchPlanner(SecretReader.system()).plan(flags);
        if (plan instanceof LaunchPlan.Ready ready) {
            return ready.request();
        }
        throw new IllegalArgumentException(message(((LaunchPlan.Refused) plan).problems()));
    }

    static String message(List<SpecProblem> problems) {
        List<SpecProblem> errors =
                problems.stream().filter(SpecProblem::isError).toList();
        return errors.isEmpty()
                ? "The spec names no image: give it a [docker_image], or the test an [image] or a [dockerfile]."
                : errors.stream().map(SpecProblem::sentence).collect(Collectors.joining("\n"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("The spec [" + Path.of(file).toAbsolutePath() + "] does not exist.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The spec [" + file + "] cannot be read.", e);
        }
    }
}
