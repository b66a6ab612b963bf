package dev.nodestart.emulator.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The flags that stand in for a JSON, or are laid over one; given as they were written, judged by {@link SpecParser}.
 *
 * @param image the image to start
 * @param dbr a line such as {@code 15.4}, or a whole {@code spark_version}
 * @param workers number of workers
 * @param env {@code NAME=VALUE} for {@code spark_env_vars}
 * @param conf {@code KEY=VALUE} for {@code spark_conf}
 * @param initScripts files on this machine, run as cluster-scoped scripts after those of the JSON
 */
public record Overrides(
        Optional<String> image,
        Optional<String> dbr,
        OptionalInt workers,
        List<String> env,
        List<String> conf,
        List<String> initScripts) {
    public Overrides {
        env = List.copyOf(env);
        conf = List.copyOf(conf);
        initScripts = List.copyOf(initScripts);
    }

    /** No flag is given. */
    public static Overrides none() {
        return new Overrides(Optional.empty(), Optional.empty(), OptionalInt.empty(), List.of(), List.of(), List.of());
    }

    /** With the image of the command line. */
    public Overrides withImage(String reference) {
        return new Overrides(Optional.of(reference), dbr, workers, env, conf, initScripts);
    }

    /** With {@code --dbr}. */
    public Overrides withDbr(String line) {
        return new Overrides(image, Optional.of(line), workers, env, conf, initScripts);
    }

    /** With {@code --workers}. */
    public Overrides withWorkers(int number) {
        return new Overrides(image, dbr, OptionalInt.of(number), env, conf, initScripts);
    }

    /** With the values of {@code --env}. */
    public Overrides withEnv(List<String> values) {
        return new Overrides(image, dbr, workers, values, conf, initScripts);
    }

    /** With the values of {@code --conf}. */
    public Overrides withConf(List<String> values) {
        return new Overrides(image, dbr, workers, env, values, initScripts);
    }

    /** With the values of {@code --init-script}. */
    public Overrides withInitScripts(List<String> files) {
        return new Overrides(image, dbr, workers, env, conf, files);
    }

    /** The scripts of this machine, each with the destination that it has in the spec. */
    public List<LocalScript> localScripts() {
        return LocalScript.of(initScripts);
    }

    /** Hides the values of {@code --env} and {@code --conf}, which may be secrets. */
    @Override
    public String toString() {
        return "Overrides[image=%s, dbr=%s, workers=%s, initScripts=%s]".formatted(image, dbr, workers, initScripts);
    }
}
