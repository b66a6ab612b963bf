package dev.nodestart.gpu.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What the probe is asked to do.
 *
 * @param level how far it goes
 * @param limit the time that the whole run may take, whole seconds
 * @param stageLimit the time in seconds that one stage may take; empty for the level's own
 * @param uid the user other than root that tries to open the device nodes
 * @param memoryCapMib at most so much of a device's memory is tested, in MiB; 0 for no cap, empty for the level's own
 * @param ptxVersions versions of PTX that the driver has to take, such as {@code 8.4}
 * @param libraries further libraries to load, by name or by path
 */
public record ProbeOptions(
        ProbeLevel level,
        Duration limit,
        OptionalInt stageLimit,
        int uid,
        OptionalLong memoryCapMib,
        List<String> ptxVersions,
        List<String> libraries) {

    private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.\\d{1,3}");

    /** The user of jobs on a node that are not root's (gpu.md G12). */
    private static final int OTHER_USER = 1000;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException where a version of PTX is none, or a library's name cannot be one
     */
    public ProbeOptions {
        ptxVersions = List.copyOf(ptxVersions);
        libraries = List.copyOf(libraries);
        ptxVersions.forEach(version -> require(
                VERSION.matcher(version).matches(), "The PTX version [" + version + "] is not of the form 8.4."));
        libraries.forEach(library -> require(
                !library.isEmpty() && library.chars().noneMatch(c -> c < ' '),
                "The library name [" + library + "] is empty or has a control character in it."));
    }

    /** A level with its own limits. */
    public static ProbeOptions of(ProbeLevel level) {
        return new ProbeOptions(
                level, level.limit(), OptionalInt.empty(), OTHER_USER, OptionalLong.empty(), List.of(), List.of());
    }

    /** The same with PTX of these versions loaded too. */
    public ProbeOptions withPtxVersions(List<String> versions) {
        return new ProbeOptions(level, limit, stageLimit, uid, memoryCapMib, versions, libraries);
    }

    /** The same with these libraries loaded too. */
    public ProbeOptions withLibraries(List<String> names) {
        return new ProbeOptions(level, limit, stageLimit, uid, memoryCapMib, ptxVersions, names);
    }

    /** The same with other limits for the whole and for a stage. */
    public ProbeOptions withLimits(Duration whole, int stageSeconds) {
        return new ProbeOptions(level, whole, OptionalInt.of(stageSeconds), uid, memoryCapMib, ptxVersions, libraries);
    }

    /** The same with another cap for the memory test. */
    public ProbeOptions withMemoryCapMib(long cap) {
        return new ProbeOptions(level, limit, stageLimit, uid, OptionalLong.of(cap), ptxVersions, libraries);
    }

    /** The probe's command line without its own name. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--level", level.argument()));
        arguments.addAll(List.of("--total", Long.toString(Math.max(1, limit.toSeconds()))));
        stageLimit.ifPresent(seconds -> arguments.addAll(List.of("--limit", Integer.toString(seconds))));
        arguments.addAll(List.of("--uid", Integer.toString(uid)));
        memoryCapMib.ifPresent(cap -> arguments.addAll(List.of("--memory-cap", Long.toString(cap))));
        ptxVersions.forEach(version -> arguments.addAll(List.of("--ptx-isa", version)));
        libraries.forEach(library -> arguments.addAll(List.of("--library", library)));
        return arguments;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
