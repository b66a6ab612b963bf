package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.runtime.NodeType;
import java.util.Optional;

/**
 * One node that is to be started.
 *
 * @param name {@code driver}, {@code worker-1}, …
 * @param role driver or worker
 * @param instanceId the emulated instance
 * @param ip its address on the cluster's network
 * @param hostName in the platform's form {@code <cluster-id>-<ip>} (dcs.md §4.2)
 * @param type its node type, empty where it is not known
 */
record NodePlan(String name, NodeRole role, String instanceId, String ip, String hostName, Optional<NodeType> type) {
    static NodePlan of(int number, String clusterId, String instanceId, String ip, Optional<NodeType> type) {
        boolean driver = number == 0;
        return new NodePlan(
                driver ? "driver" : "worker-" + number,
                driver ? NodeRole.DRIVER : NodeRole.WORKER,
                instanceId,
                ip,
                clusterId + "-" + ip.replace('.', '-'),
                type);
    }

    boolean isDriver() {
        return role == NodeRole.DRIVER;
    }

    NodeInfo info(String containerId) {
        return new NodeInfo(name, role, instanceId, containerId, ip, hostName);
    }
}
