package dev.nodestart.emulator.runtime;

import java.util.List;
import java.util.Map;

/**
 * The Java of a line (dcs.md §4.8).
 *
 * @param defaultMajor major version that the line runs on when {@code JNAME} is not set
 * @param jnameMajors major versions that {@code JNAME} may choose
 * @param gates class-file levels, as Java versions, that the default must be able to load
 * @param flags JVM flags for each major version; a flag that a JVM does not know ends it, as on the platform
 * @param baseImage what the line's base image carries, for people
 */
public record JavaSettings(
        int defaultMajor,
        List<Integer> jnameMajors,
        List<Integer> gates,
        Map<Integer, List<String>> flags,
        String baseImage) {

    /** The JVM flags for a major version, empty for one that no line knows. */
    public List<String> flags(int major) {
        return flags.getOrDefault(major, List.of());
    }
}
