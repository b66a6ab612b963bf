package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.spec.Overrides;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a user asks for, as it was written.
 *
 * @param spec JSON of a create call
 * @param overrides flags that stand in for it or are laid over it
 * @param allow rules whose breach only warns
 * @param secrets {@code scope/key=env:NAME} or {@code scope/key=file:PATH}
 * @param maps {@code SCHEME:/PREFIX=DIR}
 * @param globalScripts files and folders with global init scripts
 * @param descriptors folder with runtime lines and node types of the user's own
 * @param pull when the image is pulled
 * @param limits how long each part may take
 * @param runs the folder in which runs keep their recordings
 * @param detached whether the cluster outlives this process
 * @param timeToLive how long a detached cluster may live
 * @param runtimeTree folder with parts of a real runtime
 * @param extras what the launch does beside starting the image
 */
public record LaunchFlags(
        Optional<String> spec,
        Overrides overrides,
        List<String> allow,
        List<String> secrets,
        List<String> maps,
        List<Path> globalScripts,
        Optional<Path> descriptors,
        PullPolicy pull,
        Limits limits,
        Path runs,
        boolean detached,
        Optional<Duration> timeToLive,
        Optional<Path> runtimeTree,
        LaunchExtras extras) {

    /** Without a runtime tree and without extras. */
    public LaunchFlags(
            Optional<String> spec,
            Overrides overrides,
            List<String> allow,
            List<String> secrets,
            List<String> maps,
            List<Path> globalScripts,
            Optional<Path> descriptors,
            PullPolicy pull,
            Limits limits,
            Path runs,
            boolean detached,
            Optional<Duration> timeToLive) {
        this(
                spec,
                overrides,
                allow,
                secrets,
                maps,
                globalScripts,
                descriptors,
                pull,
                limits,
                runs,
                detached,
                timeToLive,
                Optional.empty(),
                LaunchExtras.NONE);
    }

    /** The same with extras. */
    public LaunchFlags with(LaunchExtras more) {
        return with(runtimeTree, more);
    }

    /** The same with GPUs. */
    public LaunchFlags withGpu(GpuWish wish) {
        return with(extras.withGpu(wish));
    }

    /** The same with a runtime tree. */
    public LaunchFlags withRuntimeTree(Path folder) {
        return with(Optional.of(folder), extras);
    }

    private LaunchFlags with(Optional<Path> tree, LaunchExtras more) {
        return new LaunchFlags(
                spec,
                overrides,
                allow,
                secrets,
                maps,
                globalScripts,
                descriptors,
                pull,
                limits,
                runs,
                detached,
                timeToLive,
                tree,
                more);
    }

    /** The image of the command line or none; everything else by default. */
    public static LaunchFlags of(Overrides overrides, Path runs) {
        return new LaunchFlags(
                Optional.empty(),
                overrides,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                PullPolicy.MISSING,
                Limits.DEFAULT,
                runs,
                false,
                Optional.empty());
    }
}
