package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something from outside that is seen in a container.
 *
 * @param type {@code bind} for a folder of the engine's machine, {@code volume} for a named volume
 * @param source the folder's absolute path, or the volume's name
 * @param target absolute path in the container
 * @param readOnly whether the container cannot change it
 */
public record Mount(String type, String source, String target, boolean readOnly) {
    ObjectNode toJson() {
        return EngineHttp.object()
                .put("Type", type)
                .put("Source", source)
                .put("Target", target)
                .put("ReadOnly", readOnly);
    }
}
