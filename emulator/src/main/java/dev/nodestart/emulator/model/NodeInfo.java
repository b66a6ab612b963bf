package dev.nodestart.emulator.model;

/**
 * One node of a cluster.
 *
 * @param name {@code driver}, {@code worker-1}, …
 * @param role driver or worker
 * @param instanceId the emulated instance id, such as {@code i-0123456789abcdef0}
 * @param containerId the engine's id of the container, empty where none was created
 * @param ip the container's address on the cluster's network, empty where none was assigned
 * @param hostName the host name inside the container
 */
public record NodeInfo(String name, NodeRole role, String instanceId, String containerId, String ip, String hostName) {}
