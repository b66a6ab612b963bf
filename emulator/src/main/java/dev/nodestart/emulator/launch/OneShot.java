package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Attachment;
import dev.nodestart.emulator.engine.Engine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A container that runs one command to its end.
 *
 * @param exitCode the command's exit code
 * @param output what it wrote
 */
record OneShot(int exitCode, String output) {
    static OneShot run(Engine engine, String containerId) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Attachment attachment = engine.containers().attach(containerId)) {
            engine.containers().start(containerId);
            attachment.readTo((error, bytes) -> output.write(bytes, 0, bytes.length));
        }
        int exit = engine.containers().state(containerId).exitCode();
        return new OneShot(exit, output.toString(StandardCharsets.UTF_8));
    }
}
