package dev.nodestart.emulator.runtime;

import java.util.List;

/**
 * The vendor's base images of a line.
 *
 * @param tags tags of the line, such as {@code 15.4-LTS}
 * @param images image names that carry them, such as {@code standard}
 * @param gpuTags tags of the GPU images that pair with the line, such as {@code cuda11.8}
 */
public record BaseImages(List<String> tags, List<String> images, List<String> gpuTags) {}
