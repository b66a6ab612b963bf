package dev.nodestart.emulator.launch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.runtime.NodeType;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.spec.ClusterSpec;
import dev.nodestart.emulator.tree.RuntimeTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything that one launch needs, checked and resolved.
 *
 * @param spec the create call, its secret references still in place
 * @param echo the create call for the recording, secrets masked
 * @param environment {@code spark_env_vars} with secrets resolved
 * @param sparkConf {@code spark_conf} with secrets resolved
 * @param runtime the runtime line that is used
 * @param driverType the driver's node type, empty where it is not known
 * @param workerType the workers' node type, empty where it is not known
 * @param scripts global scripts, then cluster-scoped ones, in order
 * @param image how the image is had
 * @param limits how long each part may take
 * @param mask replaces secrets in any text
 * @param validation how long reading and validating took
 * @param notes what is worth knowing from validation
 * @param runs the folder in which the run makes its own
 * @param logDelivery where init script logs are delivered, where {@code cluster_log_conf} is mapped
 * @param detached whether the cluster outlives this process
 * @param timeToLive how long a detached cluster may live
 * @param runtimeTree parts of a real runtime
 * @param surroundings what else its nodes belong to
 * @param extras what it does beside starting the image
 */
public record LaunchRequest(
        ClusterSpec spec,
        ObjectNode echo,
        Map<String, String> environment,
        Map<String, String> sparkConf,
        RuntimeDescriptor runtime,
        Optional<NodeType> driverType,
        Optional<NodeType> workerType,
        List<PlannedScript> scripts,
        ImageSource image,
        Limits limits,
        UnaryOperator<String> mask,
        Duration validation,
        List<String> notes,
        Path runs,
        Optional<Path> logDelivery,
        boolean detached,
        Optional<Duration> timeToLive,
        Optional<RuntimeTree> runtimeTree,
        Surroundings surroundings,
        LaunchExtras extras) {

    /** The same launch among other objects of the engine. */
    public LaunchRequest in(Surroundings others) {
        return with(others, extras);
    }

    /** The same launch with other GPUs, or by another way. */
    public LaunchRequest with(GpuWish wish) {
        return with(surroundings, extras.withGpu(wish));
    }

    private LaunchRequest with(Surroundings others, LaunchExtras more) {
        return new LaunchRequest(
                spec,
                echo,
                environment,
                sparkConf,
                runtime,
                driverType,
                workerType,
                scripts,
                image,
                limits,
                mask,
                validation,
                notes,
                runs,
                logDelivery,
                detached,
                timeToLive,
                runtimeTree,
                others,
                more);
    }

    /** The folder of one run. */
    Path recording(String runId) {
        return runs.resolve(runId);
    }
}
