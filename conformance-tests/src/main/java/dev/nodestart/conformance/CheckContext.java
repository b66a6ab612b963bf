package dev.nodestart.conformance;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.NodeSession;
import java.util.Optional;

/**
 * What checks may look at.
 *
 * @param launch a launch that reached RUNNING
 * @param driver the sessions of its driver node
 * @param gpus what GPUs were asked for, empty where none were
 */
public record CheckContext(Launch launch, NodeSession driver, Optional<String> gpus) {}
