package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The places where the platform writes. */
final class PlaceChecks {

    private static final long LEAST_MIB = 1024;
    private static final List<String> FOLDERS =
            List.of("/databricks", "/local_disk0", "/tmp", "/var/log", "/etc", "/root", "/run");

    private PlaceChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                must("FILES-001", "Root can write where the platform writes")
                        .why(
                                "The runtime is copied into /databricks, and its processes write to /local_disk0, /tmp, /var/log, /etc, /root and /run.")
                        .remedy(
                                "RUN mkdir -p /var/log /root /run && mkdir -p -m 1777 /tmp   # and no VOLUME or read-only mount over them")
                        .source("databricks/containers start_spark_slave.sh; public driver dumps (dcs.md §4.1, §4.3)")
                        .judge(PlaceChecks::writable),
                should("FILES-002", "/databricks, /tmp and /local_disk0 are folders, not links")
                        .why("What is copied or mounted over a link lands elsewhere, or replaces the link.")
                        .remedy("RUN rm /databricks && mkdir /databricks")
                        .source("Databricks docs: the runtime is copied into the container (dcs.md §4.1, §4.3)")
                        .judge(PlaceChecks::links),
                should("FILES-003", "/tmp is open to every user, with the sticky bit")
                        .why(
                                "Library installs run as the user [libraries], and other programs as users of their own; they need /tmp as much as root does.")
                        .remedy("RUN chmod 1777 /tmp /var/tmp")
                        .source("databricks/containers#135 (dcs.md F23, §4.3)")
                        .judge(PlaceChecks::temporary),
                should("FILES-004", "Programs can be run from /tmp and /local_disk0")
                        .why(
                                "Native libraries are unpacked to java.io.tmpdir and loaded from there; environments of notebooks lie in /local_disk0.")
                        .remedy("Mount neither of them with noexec; remove VOLUME /tmp from the image.")
                        .source("public driver dumps: java.io.tmpdir=/local_disk0/tmp (dcs.md §4.3, §4.4)")
                        .judge(PlaceChecks::executable),
                should("FILES-005", "There is space left on the disk")
                        .why("Spark spills to /local_disk0 and libraries are installed there; a full disk ends both.")
                        .remedy(
                                "Free space on the disk of the engine, such as with `docker image prune`; on the platform, choose a node type with more disk.")
                        .source("dcs.md §4.3, §10")
                        .judge(PlaceChecks::space),
                should("FILES-006", "/databricks/python leads to the line's environment")
                        .why(
                                "Libraries are installed with /databricks/python/bin/pip and imported from the line's environment: they must be one.")
                        .remedy("RUN rm -f /databricks/python   # the platform makes the link itself")
                        .source("databricks/containers experimental/alpine, start_spark_slave.sh (dcs.md §4.3)")
                        .judge(PlaceChecks::pythonLink));
    }

    private static FactLines places(Facts facts) {
        return FactLines.of(facts.answer("files.places"));
    }

    private static String kind(Facts facts, String path) {
        return places(facts).of("place", 3).stream()
                .filter(row -> row.get(0).equals(path))
                .map(row -> row.get(1))
                .findFirst()
                .orElse("missing");
    }

    private static Finding writable(Facts facts) {
        List<String> refused = places(facts).of("place", 3).stream()
                .filter(row -> FOLDERS.contains(row.get(0)) && !row.get(2).equals("yes"))
                .map(row -> row.get(0))
                .toList();
        if (refused.isEmpty()) {
            return Finding.pass("Root can write to " + String.join(", ", FOLDERS) + ".");
        }
        return Finding.fail(
                "Root cannot write to [" + String.join("], [", refused) + "].",
                refused.stream()
                        .map(path -> path + ": " + kind(facts, path) + mounted(facts, path))
                        .toList());
    }

    private static String mounted(Facts facts, String path) {
        return mount(facts, path, "read-only") ? ", mounted read-only" : "";
    }

    private static boolean mount(Facts facts, String path, String flag) {
        return FactLines.of(facts.answer("files.mounts")).of("mount", 2).stream()
                .anyMatch(row -> row.get(0).equals(path) && row.get(1).equals(flag));
    }

    private static Finding links(Facts facts) {
        List<String> odd = List.of("/databricks", "/tmp", "/local_disk0").stream()
                .filter(path -> !kind(facts, path).equals("folder"))
                .map(path -> path + ": " + kind(facts, path))
                .toList();
        return odd.isEmpty()
                ? Finding.pass("/databricks, /tmp and /local_disk0 are folders.")
                : Finding.warn("Not every place of the platform is a folder of its own.", odd);
    }

    private static Finding temporary(Facts facts) {
        List<String> odd = facts.answer("files.places").lines().stream()
                .filter(line -> line.matches("d\\S+\\s.*\\s/(var/)?tmp"))
                .filter(line -> !line.matches("drwxrwxrwt\\S?\\s+\\d+\\s+0\\s.*"))
                .toList();
        boolean seen = facts.answer("files.places").lines().stream().anyMatch(line -> line.endsWith(" /tmp"));
        if (!seen) {
            return Finding.skipped("The image has no ls that tells the mode of /tmp.");
        }
        return odd.isEmpty()
                ? Finding.pass("/tmp is root's and open to every user, with the sticky bit.")
                : Finding.warn("Temporary folders are not root's with mode 1777.", odd);
    }

    private static Finding executable(Facts facts) {
        List<String> barred = List.of("/tmp", "/local_disk0", "/local_disk0/tmp").stream()
                .filter(path -> mount(facts, path, "noexec"))
                .toList();
        return barred.isEmpty()
                ? Finding.pass("Programs can be run from /tmp and /local_disk0.")
                : Finding.warn(
                        "No program can be run from [" + String.join("], [", barred) + "].",
                        barred.stream()
                                .map(path -> path + " is mounted with noexec")
                                .toList());
    }

    private static Finding space(Facts facts) {
        Map<String, Long> free = free(facts);
        if (free.isEmpty()) {
            return Finding.skipped("The image has no df that tells the space left.");
        }
        List<String> low = new ArrayList<>();
        free.forEach((path, mebibytes) -> {
            if (mebibytes < LEAST_MIB) {
                low.add(path + ": " + mebibytes + " MiB left");
            }
        });
        return low.isEmpty()
                ? Finding.pass("Every place has at least " + LEAST_MIB + " MiB left.")
                : Finding.warn("Less than " + LEAST_MIB + " MiB are left on the node's disk.", low);
    }

    private static Map<String, Long> free(Facts facts) {
        Map<String, Long> free = new TreeMap<>();
        for (String line : facts.answer("files.space").lines()) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length >= 6 && fields[3].matches("\\d{1,15}")) {
                free.put(fields[5], Long.parseLong(fields[3]) / 1024);
            }
        }
        return free;
    }

    private static Finding pythonLink(Facts facts) {
        String kind = kind(facts, "/databricks/python");
        if (kind.equals("dangling") || kind.equals("missing") || kind.equals("file")) {
            return Finding.warn(
                    "/databricks/python is " + (kind.equals("dangling") ? "a link to nothing" : kind) + ".",
                    List.of("/databricks/python: " + kind));
        }
        String link = FactLines.of(facts.answer("files.places")).first("python-link");
        Optional<String> other =
                Optional.of(link).filter(target -> !target.isEmpty()).filter(target -> !target.equals("same"));
        return other.map(target -> Finding.warn(
                        "/databricks/python is another environment than the line's ["
                                + facts.runtime().python().root() + "].",
                        List.of("/databricks/python/bin and "
                                + facts.runtime().python().root() + "/bin differ")))
                .orElseGet(() -> Finding.pass("/databricks/python leads to the line's environment."));
    }
}
