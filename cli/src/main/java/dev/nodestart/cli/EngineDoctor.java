package dev.nodestart.cli;

import dev.nodestart.emulator.engine.ApiVersion;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.host.EngineAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an engine that answers is like. Pure.
 *
 * @param address where it is
 * @param info what it says of itself
 * @param freeBytes free space in its root folder, empty where that is on another machine
 * @param initFound whether its init binary is there, empty where it is on another machine
 */
record EngineDoctor(EngineAddress address, EngineInfo info, Optional<Long> freeBytes, Optional<Boolean> initFound) {
    private static final double GB = 1e9;
    private static final long MEMORY = 4_000_000_000L;
    private static final long DISK = 10_000_000_000L;
    private static final long DISK_AT_LEAST = 2_000_000_000L;

    List<DoctorLine> lines() {
        List<DoctorLine> lines = new ArrayList<>();
        lines.add(DoctorLine.ok(
                "engine",
                info.version() + " at [" + address.host() + "], found by " + address.foundBy() + ", on " + info.os()));
        lines.add(DoctorLine.ok(
                "API version",
                "[" + info.apiVersion() + "] is used; [" + ApiVersion.OLDEST_SUPPORTED + "] is the oldest that works"));
        lines.add(architecture());
        lines.add(size());
        disk().ifPresent(lines::add);
        lines.add(cgroups());
        lines.add(storage());
        lines.add(init());
        lines.add(registries());
        limits().ifPresent(lines::add);
        return lines;
    }

    private DoctorLine architecture() {
        String text = info.architecture();
        return text.equals("x86_64") || text.equals("amd64")
                ? DoctorLine.ok("architecture", text)
                : DoctorLine.warn(
                        "architecture",
                        text + ": nodes of the platform that take an image are amd64",
                        "Use an engine on an amd64 machine; emulated images are slow and may fail for reasons of the"
                                + " emulation.");
    }

    private DoctorLine size() {
        String text = info.cpus() + " CPUs, " + gigabytes(info.memoryBytes()) + " of memory";
        return info.memoryBytes() >= MEMORY
                ? DoctorLine.ok("size", text)
                : DoctorLine.warn(
                        "size", text, "Give the engine at least 4 GB: a driver's JVM and Python need them together.");
    }

    private Optional<DoctorLine> disk() {
        return freeBytes.map(free -> {
            String text = gigabytes(free) + " free in [" + info.rootFolder() + "]";
            String remedy = "Make room: [nodestart prune] removes what Nodestart left, [docker system prune] more.";
            if (free < DISK_AT_LEAST) {
                return DoctorLine.problem("disk", text, remedy);
            }
            return free < DISK ? DoctorLine.warn("disk", text, remedy) : DoctorLine.ok("disk", text);
        });
    }

    private DoctorLine cgroups() {
        if (!info.limits()) {
            return DoctorLine.warn(
                    "cgroups",
                    "version " + info.cgroupVersion() + ", by which this engine holds nodes to no limits",
                    "Boot the engine's machine with version 2, which a rootless engine can use, too; until then a node has"
                            + " all of the machine.");
        }
        return info.cgroupVersion().equals("2")
                ? DoctorLine.ok("cgroups", "version 2")
                : DoctorLine.warn(
                        "cgroups",
                        "version " + info.cgroupVersion() + ": limits work, but programs in a node see them in other"
                                + " files than with version 2",
                        "Nothing needs to be done; a newer distribution boots with version 2.");
    }

    private DoctorLine storage() {
        return info.storageDriver().equals("vfs")
                ? DoctorLine.warn(
                        "storage",
                        "driver [vfs] copies whole images for each node: slow, and it fills the disk",
                        "Keep the engine's root folder on a file system that overlay2 supports, such as ext4 or xfs.")
                : DoctorLine.ok("storage", "driver [" + info.storageDriver() + "]");
    }

    private DoctorLine init() {
        String name = info.initBinary();
        if (name.isEmpty()) {
            // Podman, whose answer has no such field
            return DoctorLine.ok("init", "the engine does not tell its init binary; without one no node starts");
        }
        if (!initFound.orElse(true)) {
            return DoctorLine.problem(
                    "init",
                    "the engine's init binary [" + name + "] is not installed, so no node can be started",
                    "Install it: [apt-get install tini] on Debian, with a link [docker-init] to it on PATH where the"
                            + " engine still does not find it.");
        }
        return DoctorLine.ok("init", "[" + name + "]");
    }

    private DoctorLine registries() {
        List<String> open = info.insecureRegistries();
        return DoctorLine.ok(
                "registries",
                (open.isEmpty() ? "all over TLS" : "without TLS: " + String.join(", ", open))
                        + (info.httpProxy().isEmpty() ? "; the engine uses no proxy" : "; the engine uses a proxy"));
    }

    /** Of the engine's own warnings those that let a node have more than its node type has. */
    private Optional<DoctorLine> limits() {
        List<String> warnings = info.warnings().stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).matches(".*no (memory|cpu) .*"))
                .map(text -> text.replaceFirst("^WARNING: ", ""))
                .toList();
        return warnings.isEmpty()
                ? Optional.empty()
                : Optional.of(DoctorLine.warn(
                        "limits",
                        String.join("; ", warnings),
                        "Node sizes are approximated without these; enable them in the kernel's settings."));
    }

    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / GB);
    }
}
