package dev.nodestart.emulator.runtime;

/**
 * A cloud instance type (dcs.md §10).
 *
 * @param id such as {@code i3.xlarge}
 * @param cores virtual CPUs
 * @param memoryBytes memory in bytes
 * @param diskBytes local disk in bytes, 0 where it has none
 * @param gpus number of GPUs
 * @param gpuModel such as {@code T4}, empty without a GPU
 * @param architecture {@code amd64} or {@code arm64}
 */
public record NodeType(
        String id, int cores, long memoryBytes, long diskBytes, int gpus, String gpuModel, String architecture) {}
