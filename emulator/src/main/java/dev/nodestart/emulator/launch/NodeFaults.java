package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.model.Stage;
import java.util.List;
import java.util.Map;

/** Makes the faults happen that a user asked for on a node. */
final class NodeFaults {
    /** So small that the first file of any size fills it. */
    private static final String FULL = "rw,exec,size=4k";

    private final LaunchContext context;

    NodeFaults(LaunchContext context) {
        this.context = context;
    }

    /** What is wrong with the container from its beginning. */
    ContainerRequest applied(ContainerRequest request) {
        List<String> dns = context.request
                        .extras()
                        .fault(Fault.Kind.NO_DNS, Stage.START_CONTAINER)
                        .isPresent()
                ? List.of("127.0.0.1")
                : List.of();
        boolean full = isAskedFor(Fault.Kind.DISK_FULL, Stage.INIT_SCRIPTS)
                || isAskedFor(Fault.Kind.DISK_FULL, Stage.START_SPARK);
        Map<String, String> disks = full ? Map.of("/tmp", FULL, "/local_disk0", FULL) : Map.of();
        return request.with(fittings -> fittings.with(dns, disks));
    }

    /** What happens when a stage begins. */
    void at(Stage stage, String containerId) throws InterruptedException {
        if (stage != Stage.INIT_SCRIPTS && stage != Stage.START_SPARK && isAskedFor(Fault.Kind.DISK_FULL, stage)) {
            throw new HarnessException("The engine has no space left on device.");
        }
        if (isAskedFor(Fault.Kind.KILL_NODE, stage)) {
            context.engine.containers().kill(containerId);
        }
        // the agent itself waits before Spark, so that Spark's own limit counts it
        if (stage != Stage.START_SPARK) {
            var slow = context.request.extras().fault(Fault.Kind.SLOW_START, stage);
            if (slow.isPresent()) {
                Thread.sleep(Long.parseLong(slow.get().value()) * 1000);
            }
        }
    }

    private boolean isAskedFor(Fault.Kind kind, Stage stage) {
        return context.request.extras().fault(kind, stage).isPresent();
    }
}
