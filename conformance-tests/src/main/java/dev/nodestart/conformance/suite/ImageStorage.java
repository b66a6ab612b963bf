package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.runtime.NodeType;
import dev.nodestart.emulator.runtime.NodeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How large the image is, how it lies in layers, by which name it is fetched, and what its volumes hide. */
final class ImageStorage {

    private static final long GB = 1_000_000_000L;
    private static final long SLOW = 5 * GB;
    private static final long TOO_SLOW = 10 * GB;
    private static final long LARGE_LAYER = 2 * GB;
    private static final int MANY_LAYERS = 100;

    /** Where the platform writes or mounts (dcs.md §4.3). */
    private static final List<String> PLATFORM_PATHS =
            List.of("/databricks", "/local_disk0", "/dbfs", "/Workspace", "/Volumes", "/tmp", "/var/log", "/mnt");

    private ImageStorage() {}

    static List<CheckRule> rules() {
        return List.of(
                should("IMAGE-003", "The image is small enough for a node's time limits and disk")
                        .tags("build")
                        .why(
                                "Every node pulls the image within a time that users cannot change, onto its own disk; starts with 7 GB and more were seen to time out.")
                        .remedy("""
                                Put what is not needed at run time into a build stage of its own, and clean up in the same RUN:
                                RUN apt-get update && apt-get install -y --no-install-recommends … && rm -rf /var/lib/apt/lists/*
                                RUN /databricks/python3/bin/pip install --no-cache-dir …""")
                        .source("databricks/containers#38, #142; databricks-sdk-py (dcs.md §3 row 17, F10, F11, F12)")
                        .judge(ImageStorage::size),
                should("IMAGE-007", "No VOLUME lies where the platform writes or mounts")
                        .tags("build")
                        .why(
                                "A volume hides what the image has there, and what the platform lays there is lost with it; how the platform treats volumes is not documented.")
                        .remedy(
                                "Take the VOLUME lines out of the Dockerfile; a base image's cannot be undone, so choose another base.")
                        .source("dcs.md §4.3, §4.7")
                        .judge(ImageStorage::volumes),
                should("IMAGE-008", "The image's name cannot come to mean another image")
                        .tags("build")
                        .why(
                                "Nodes pull the image whenever a cluster starts: a tag that moves changes running jobs, and [latest] of the public images fits one runtime line only.")
                        .remedy("""
                                Name the image by its digest, or by a tag that is never pushed again:
                                "docker_image": {"url": "registry.example/team/image@sha256:…"}""")
                        .source("databricks/containers#131, #184, README (dcs.md F05, F30, F38)")
                        .judge(ImageStorage::reference),
                info("IMAGE-009", "The image's layers can be pulled side by side")
                        .tags("build")
                        .why(
                                "Layers are pulled and unpacked side by side, so one huge layer or very many small ones make every start slower.")
                        .remedy(
                                "Split a RUN or COPY of several gigabytes into a few; join RUN lines that belong together.")
                        .source("dcs.md F10, §3 row 17")
                        .judge(ImageStorage::layers));
    }

    private static Finding size(Facts facts) {
        ImageInfo image = facts.image();
        long size = image.sizeBytes();
        List<String> evidence = new ArrayList<>(List.of("unpacked size of all layers: " + gigabytes(size)));
        Optional<NodeType> small = nodeTypes(facts).stream()
                .filter(type -> type.diskBytes() > 0 && size * 2 > type.diskBytes())
                .findFirst();
        if (small.isPresent()) {
            NodeType type = small.get();
            evidence.add("local disk of " + type.id() + ": " + gigabytes(type.diskBytes()));
            return Finding.fail(
                    "The image takes [" + gigabytes(size) + "] of the [" + gigabytes(type.diskBytes())
                            + "] that node type [" + type.id() + "] has, and less than half is left for Spark.",
                    evidence);
        }
        if (size > TOO_SLOW) {
            return Finding.fail(
                    "The image has [" + gigabytes(size)
                            + "] unpacked: images of this size have failed to start in time.",
                    evidence);
        }
        if (size > SLOW) {
            return Finding.fail(
                    "The image has [" + gigabytes(size) + "] unpacked: nodes start slowly, and may time out.",
                    evidence);
        }
        return Finding.pass("The image has [" + gigabytes(size) + "] unpacked.");
    }

    private static List<NodeType> nodeTypes(Facts facts) {
        List<String> named = Stream.of("node_type_id", "driver_node_type_id")
                .map(key -> facts.launch().spec().path(key).asText())
                .filter(type -> !type.isEmpty())
                .toList();
        if (named.isEmpty()) {
            return List.of();
        }
        NodeTypes known = NodeTypes.builtIn();
        return named.stream().flatMap(type -> known.find(type).stream()).toList();
    }

    private static Finding volumes(Facts facts) {
        List<String> bad = facts.imageDetails().volumes().stream()
                .filter(ImageStorage::meetsThePlatform)
                .toList();
        return bad.isEmpty()
                ? Finding.pass("No VOLUME lies where the platform writes.")
                : Finding.fail(
                        "The image declares volumes where the platform writes or mounts: " + bad + ".",
                        bad.stream().map(path -> "VOLUME " + path).toList());
    }

    private static boolean meetsThePlatform(String volume) {
        String path = volume.endsWith("/") ? volume : volume + "/";
        return PLATFORM_PATHS.stream()
                .map(folder -> folder + "/")
                .anyMatch(folder -> path.startsWith(folder) || folder.startsWith(path));
    }

    private static Finding reference(Facts facts) {
        ImageInfo image = facts.image();
        if (image.reference().contains("@")) {
            return Finding.pass("The image is named by its digest.");
        }
        // a colon before the last slash is that of a registry's port
        int colon = image.reference().indexOf(':', image.reference().lastIndexOf('/') + 1);
        String tag = colon < 0 ? "latest" : image.reference().substring(colon + 1);
        if (image.digest().isEmpty()) {
            return Finding.pass("Only this engine knows the image; push it under a tag of its own, not [latest].");
        }
        List<String> evidence = List.of(
                "reference: " + image.reference(), "digest: " + image.digest().orElse(""));
        return tag.equals("latest")
                ? Finding.fail("The tag [latest] of the image moves with every push.", evidence)
                : new Finding(
                        Outcome.PASS,
                        "The image has the tag [" + tag + "], which only its owner can keep from moving.",
                        evidence);
    }

    private static Finding layers(Facts facts) {
        ImageDetails details = facts.imageDetails();
        long largest = details.history().stream()
                .mapToLong(ImageHistory::sizeBytes)
                .max()
                .orElse(0);
        if (details.layers() > MANY_LAYERS) {
            return Finding.fail("The image has [" + details.layers() + "] layers.", List.of());
        }
        if (largest > LARGE_LAYER) {
            return Finding.fail(
                    "One of the image's [" + details.layers() + "] layers has [" + gigabytes(largest)
                            + "]: it is pulled and unpacked alone.",
                    List.of());
        }
        return Finding.pass(
                "The image has [" + details.layers() + "] layers, the largest of [" + gigabytes(largest) + "].");
    }

    private static String gigabytes(long bytes) {
        long tenths = Math.round(bytes * 10.0 / GB);
        return tenths / 10 + "." + tenths % 10 + " GB";
    }
}
