package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.EngineException;
import java.util.List;
import java.util.Set;

/**
 * The folder-making step, which the platform does as the image's own {@code USER} (dcs.md F16). For root the agent does
 * it in the node; for any other user it is tried in a container of its own, because a node runs as root from then on.
 */
final class FolderStep {
    private static final Set<String> ROOT = Set.of("", "root", "0", "0:0", "root:root", "0:root", "root:0");

    private FolderStep() {}

    static void asImageUser(LaunchContext context, NodePlan plan, String user) {
        if (ROOT.contains(user)) {
            return;
        }
        ContainerRequest request = ContainerRequest.once(
                plan.hostName() + "-folders",
                context.image.id(),
                user,
                List.of("mkdir", "-p", "/databricks/init_scripts", "/databricks/driver/logs", "/local_disk0/tmp"),
                Labels.with(context.labels, plan.name() + "-folders"));
        String id = context.engine.containers().create(request);
        try {
            String text;
            int exit;
            try {
                OneShot result = OneShot.run(context.engine, id);
                exit = result.exitCode();
                text = result.output();
            } catch (EngineException e) {
                exit = 1;
                text = e.reason();
            }
            if (exit != 0) {
                throw new StageFailure(Termination.containerLaunch(
                        plan.instanceId(),
                        cause(plan, context.ids.clusterId(), "as the image's USER [" + user + "]: " + text.strip())));
            }
        } finally {
            context.engine.containers().remove(id);
        }
    }

    /** The platform's sentence (recalled, so approximated), then what was seen. */
    static String cause(NodePlan plan, String clusterId, String seen) {
        return "Could not add container for " + clusterId + " with address " + plan.ip()
                + ". Could not mkdir in container" + (seen.isEmpty() ? "" : ": " + seen);
    }
}
