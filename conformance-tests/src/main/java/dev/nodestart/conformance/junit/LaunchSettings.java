package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.Capability;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.model.GpuWay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a test class wants launched, its placeholders filled in.
 *
 * @param image the image, empty where one is built or the spec names it
 * @param dockerfile a Dockerfile or its folder
 * @param buildArgs {@code NAME=VALUE}
 * @param spec a file with a create call
 * @param dbr the runtime line
 * @param verification what the suite is asked for
 * @param workers number of workers
 * @param initScripts files of this machine
 * @param env {@code NAME=VALUE} for spark_env_vars
 * @param conf {@code KEY=VALUE} for spark_conf
 * @param maps {@code SCHEME:/PREFIX=DIR}
 * @param secrets {@code scope/key=env:NAME} or {@code scope/key=file:PATH}
 * @param gpu which GPUs the nodes get, and how
 */
record LaunchSettings(
        Optional<String> image,
        Optional<String> dockerfile,
        List<String> buildArgs,
        Optional<String> spec,
        Optional<String> dbr,
        Verification verification,
        OptionalInt workers,
        List<String> initScripts,
        List<String> env,
        List<String> conf,
        List<String> maps,
        List<String> secrets,
        GpuWish gpu) {

    /** Nothing is said. */
    static final LaunchSettings NONE = new LaunchSettings(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Verification.DEFAULT,
            OptionalInt.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            GpuWish.NONE);

    /**
     * Reads the annotation.
     *
     * @param fill fills placeholders in
     * @throws IllegalArgumentException where it does not say which image is meant, or says it twice
     */
    static LaunchSettings of(NodestartTest wanted, UnaryOperator<String> fill) {
        LaunchSettings settings = new LaunchSettings(
                text(wanted.image(), fill),
                text(wanted.dockerfile(), fill),
                texts(wanted.buildArgs(), fill),
                text(wanted.spec(), fill),
                text(wanted.dbr(), fill),
                new Verification(
                        List.of(wanted.require()),
                        texts(wanted.only(), fill),
                        texts(wanted.skip(), fill),
                        text(wanted.policy(), fill),
                        wanted.gpuLevel(),
                        Optional.empty()),
                wanted.workers() < 0 ? OptionalInt.empty() : OptionalInt.of(wanted.workers()),
                texts(wanted.initScripts(), fill),
                texts(wanted.env(), fill),
                texts(wanted.conf(), fill),
                texts(wanted.map(), fill),
                texts(wanted.secrets(), fill),
                GpuWish.parse(text(wanted.gpus(), fill), text(wanted.gpuWay(), fill)));
        settings.check("@NodestartTest");
        return settings;
    }

    /** Refuses settings from which no image can be had. */
    void check(String place) {
        if (image.isPresent() && dockerfile.isPresent()) {
            throw new IllegalArgumentException(place + " names both an image [" + image.get() + "] and a dockerfile ["
                    + dockerfile.get() + "]: leave one out.");
        }
        if (image.isEmpty() && dockerfile.isEmpty() && spec.isEmpty()) {
            throw new IllegalArgumentException(
                    place + " says no image: give it an [image], a [dockerfile] to build, or a [spec] that names one.");
        }
        if (dockerfile.isEmpty() && !buildArgs.isEmpty()) {
            throw new IllegalArgumentException(
                    place + " has [buildArgs] and no [dockerfile]: nothing is built, so they would say nothing.");
        }
    }

    LaunchSettings withImage(String reference) {
        return with(copy -> copy.image = Optional.of(reference));
    }

    LaunchSettings withDockerfile(String file, List<String> arguments) {
        return with(copy -> {
            copy.dockerfile = Optional.of(file);
            copy.buildArgs = arguments;
        });
    }

    LaunchSettings withSpec(String file) {
        return with(copy -> copy.spec = Optional.of(file));
    }

    LaunchSettings withDbr(String line) {
        return with(copy -> copy.dbr = Optional.of(line));
    }

    LaunchSettings withWorkers(int number) {
        return with(copy -> copy.workers = OptionalInt.of(number));
    }

    LaunchSettings requiring(List<Capability> capabilities) {
        return with(copy -> copy.verification = verification.requiring(capabilities));
    }

    LaunchSettings plusInitScript(String file) {
        return with(copy -> copy.initScripts = plus(initScripts, file));
    }

    LaunchSettings plusEnv(String pair) {
        return with(copy -> copy.env = plus(env, pair));
    }

    LaunchSettings plusConf(String pair) {
        return with(copy -> copy.conf = plus(conf, pair));
    }

    LaunchSettings plusMap(String pair) {
        return with(copy -> copy.maps = plus(maps, pair));
    }

    LaunchSettings plusSecret(String pair) {
        return with(copy -> copy.secrets = plus(secrets, pair));
    }

    LaunchSettings withGpus(String gpus) {
        return with(copy -> copy.gpu = new GpuWish(Optional.of(GpuRequest.parse(gpus)), gpu.way(), gpu.driver()));
    }

    LaunchSettings withGpuWay(GpuWay way) {
        return with(copy -> copy.gpu = gpu.by(way));
    }

    private LaunchSettings with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.settings();
    }

    private static List<String> plus(List<String> some, String more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static Optional<String> text(String value, UnaryOperator<String> fill) {
        return Optional.of(fill.apply(value)).filter(filled -> !filled.isBlank());
    }

    private static List<String> texts(String[] values, UnaryOperator<String> fill) {
        return Stream.of(values).map(fill).toList();
    }

    /** The same settings while one of them is changed. */
    private static final class Copy {
        private Optional<String> image;
        private Optional<String> dockerfile;
        private List<String> buildArgs;
        private Optional<String> spec;
        private Optional<String> dbr;
        private Verification verification;
        private OptionalInt workers;
        private List<String> initScripts;
        private List<String> env;
        private List<String> conf;
        private List<String> maps;
        private List<String> secrets;
        private GpuWish gpu;

        Copy(LaunchSettings settings) {
            image = settings.image;
            dockerfile = settings.dockerfile;
            buildArgs = settings.buildArgs;
            spec = settings.spec;
            dbr = settings.dbr;
            verification = settings.verification;
            workers = settings.workers;
            initScripts = settings.initScripts;
            env = settings.env;
            conf = settings.conf;
            maps = settings.maps;
            secrets = settings.secrets;
            gpu = settings.gpu;
        }

        LaunchSettings settings() {
            return new LaunchSettings(
                    image,
                    dockerfile,
                    buildArgs,
                    spec,
                    dbr,
                    verification,
                    workers,
                    initScripts,
                    env,
                    conf,
                    maps,
                    secrets,
                    gpu);
        }
    }
}
