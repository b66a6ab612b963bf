package dev.nodestart.emulator.model;

/**
 * One step of how an image was built, as the engine tells it.
 *
 * @param createdBy the instruction, such as {@code COPY app /app # buildkit}
 * @param sizeBytes what its layer holds, in bytes; 0 for a step that made no layer
 */
public record ImageHistory(String createdBy, long sizeBytes) {}
