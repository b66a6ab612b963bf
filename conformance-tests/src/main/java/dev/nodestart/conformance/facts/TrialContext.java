package dev.nodestart.conformance.facts;

import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.RunningNode;
import java.util.Optional;

/**
 * What a {@link Trial} may use.
 *
 * @param launch a launch that reached RUNNING
 * @param driver its driver
 * @param gpus what GPUs were asked for, empty where none were
 */
public record TrialContext(Launch launch, RunningNode driver, Optional<String> gpus) {}
