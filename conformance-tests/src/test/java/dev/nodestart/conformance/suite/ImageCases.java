package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.errs;
import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Images;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.ImageInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class ImageCases {
    private static final long GB = 1_000_000_000L;
    private static final Facts FACTS = FactSets.everything();
    private static final ImageInfo IMAGE = FACTS.image();

    private ImageCases() {}

    static List<CheckCase> all() {
        return Stream.of(platform(), size(), command(), environment(), storage(), secrets())
                .flatMap(List::stream)
                .toList();
    }

    private static Facts of(ImageInfo image) {
        return FactSets.withImage(FACTS, image);
    }

    private static List<CheckCase> platform() {
        return List.of(
                passes("IMAGE-001", "amd64", FACTS, "The image is for [linux/amd64]."),
                fails(
                        "IMAGE-001",
                        "arm64",
                        of(Images.withPlatform(IMAGE, "linux", "arm64")),
                        "The image is for [linux/arm64], and nodes are [linux/amd64]."),
                fails(
                        "IMAGE-001",
                        "Windows",
                        of(Images.withPlatform(IMAGE, "windows", "amd64")),
                        "The image is for [windows/amd64], and nodes are [linux/amd64]."),
                errs(
                        "IMAGE-001",
                        "no image",
                        FactSets.of(Launches.inconclusive()),
                        "Could not be evaluated: nothing is known of the image."),
                passes("IMAGE-002", "root", FACTS, "The image's user is root."),
                passes("IMAGE-002", "none", of(Images.withUser(IMAGE, "")), "The image's user is root."),
                passes("IMAGE-002", "ids", of(Images.withUser(IMAGE, "0:0")), "The image's user is root."),
                warns(
                        "IMAGE-002",
                        "another",
                        of(Images.withUser(IMAGE, "1000")),
                        "The image's user is [1000], and the platform's launch needs root."));
    }

    private static List<CheckCase> size() {
        return List.of(
                passes("IMAGE-003", "small", FACTS, "The image has [1.2 GB] unpacked."),
                passes("IMAGE-003", "5 GB", of(Images.withSize(IMAGE, 5 * GB)), "The image has [5.0 GB] unpacked."),
                warns(
                        "IMAGE-003",
                        "more than 5 GB",
                        of(Images.withSize(IMAGE, 5 * GB + 1)),
                        "The image has [5.0 GB] unpacked: nodes start slowly, and may time out."),
                warns(
                        "IMAGE-003",
                        "10 GB",
                        of(Images.withSize(IMAGE, 10 * GB)),
                        "The image has [10.0 GB] unpacked: nodes start slowly, and may time out."),
                warns(
                        "IMAGE-003",
                        "17 GB",
                        of(Images.withSize(IMAGE, 17 * GB)),
                        "The image has [17.0 GB] unpacked: images of this size have failed to start in time."),
                warns(
                        "IMAGE-003",
                        "a small disk",
                        onNodes("node_type_id", "Standard_DS3_v2", 14 * GB + 1),
                        "The image takes [14.0 GB] of the [28.0 GB] that node type [Standard_DS3_v2] has, and less than half is left for Spark."),
                warns(
                        "IMAGE-003",
                        "half of the driver's disk",
                        onNodes("driver_node_type_id", "Standard_DS3_v2", 14 * GB),
                        "The image has [14.0 GB] unpacked: images of this size have failed to start in time."),
                passes(
                        "IMAGE-003",
                        "a node type without a disk of its own",
                        onNodes("node_type_id", "n2-highmem-4", GB),
                        "The image has [1.0 GB] unpacked."));
    }

    private static Facts onNodes(String key, String type, long bytes) {
        ObjectNode spec = Launches.spec().put(key, type);
        Facts facts = FactSets.of(Launches.withLine("15.4", "15.4.x-scala2.12", spec));
        return FactSets.withImage(facts, Images.withSize(IMAGE, bytes));
    }

    private static List<CheckCase> command() {
        return List.of(
                passes("IMAGE-004", "a shell", FACTS, "No ENTRYPOINT or CMD is missed."),
                passes(
                        "IMAGE-004",
                        "an init and its options",
                        of(Images.withCommand(IMAGE, List.of("/usr/bin/tini", "-g", "--"), List.of("/bin/bash"))),
                        "No ENTRYPOINT or CMD is missed."),
                warns(
                        "IMAGE-004",
                        "an entry point",
                        of(Images.withCommand(IMAGE, List.of("/entry.sh"), List.of())),
                        "The platform will not run the image's ENTRYPOINT [/entry.sh]."),
                warns(
                        "IMAGE-004",
                        "a command with a secret",
                        of(Images.withCommand(IMAGE, List.of(), List.of("serve", "--token=abcdefgh"))),
                        "The platform will not run the image's CMD [serve --token=[hidden]]."),
                warns(
                        "IMAGE-004",
                        "both",
                        of(Images.withCommand(IMAGE, List.of("/entry.sh"), List.of("bash"))),
                        "The platform will not run the image's ENTRYPOINT and CMD [/entry.sh bash]."));
    }

    private static List<CheckCase> environment() {
        return List.of(
                passes("IMAGE-005", "only USER", FACTS, "No ENV of the image fights the platform's own."),
                passes(
                        "IMAGE-005",
                        "what base images set",
                        of(Images.withEnv(
                                IMAGE,
                                Map.of(
                                        "LD_LIBRARY_PATH",
                                        "/usr/local/nvidia/lib:/usr/local/cuda/lib64:",
                                        "DATABRICKS_ROOT_CONDA_ENV",
                                        "dcs-minimal",
                                        "HOME",
                                        "/root",
                                        "LD_PRELOAD",
                                        "",
                                        "DB_URL",
                                        "x"))),
                        "No ENV of the image fights the platform's own."),
                warns(
                        "IMAGE-005",
                        "all kinds",
                        of(Images.withEnv(
                                IMAGE,
                                Map.of(
                                        "LD_LIBRARY_PATH",
                                        "/usr/local/nvidia/lib:/opt/lib",
                                        "SPARK_HOME",
                                        "/opt/spark",
                                        "JAVA_TOOL_OPTIONS",
                                        "-Dx=y",
                                        "DATABRICKS_HOST",
                                        "h",
                                        "DB_CLUSTER_ID",
                                        "1"))),
                        "The image's ENV sets what the platform sets or what reaches into its programs: [DATABRICKS_HOST, DB_CLUSTER_ID, JAVA_TOOL_OPTIONS, LD_LIBRARY_PATH, SPARK_HOME]."),
                passes("IMAGE-006", "no PATH", FACTS, "PATH has the system's folders."),
                passes(
                        "IMAGE-006",
                        "all of them",
                        of(Images.withEnv(IMAGE, Map.of("PATH", "/opt/bin:/sbin:/usr/bin"))),
                        "PATH has the system's folders."),
                warns(
                        "IMAGE-006",
                        "one is missing",
                        of(Images.withEnv(IMAGE, Map.of("PATH", "/bin"))),
                        "The image's PATH lacks [/usr/sbin]."),
                warns(
                        "IMAGE-006",
                        "two are missing",
                        of(Images.withEnv(IMAGE, Map.of("PATH", "/opt/conda/bin:/usr/local/bin"))),
                        "The image's PATH lacks [/usr/bin, /usr/sbin]."));
    }

    private static List<CheckCase> storage() {
        ImageInfo local = Images.withReference(IMAGE, "my/image", Optional.empty());
        Optional<String> digest = IMAGE.digest();
        return List.of(
                passes("IMAGE-007", "none", FACTS, "No VOLUME lies where the platform writes."),
                passes(
                        "IMAGE-007",
                        "elsewhere",
                        volumes("/data", "/tmpfiles"),
                        "No VOLUME lies where the platform writes."),
                warns(
                        "IMAGE-007",
                        "within and around",
                        volumes("/databricks/jars", "/var", "/tmp/", "/data"),
                        "The image declares volumes where the platform writes or mounts: [/databricks/jars, /var, /tmp/]."),
                passes(
                        "IMAGE-008",
                        "a tag",
                        FACTS,
                        "The image has the tag [1.4], which only its owner can keep from moving."),
                passes(
                        "IMAGE-008",
                        "a digest",
                        of(Images.withReference(IMAGE, "my/image@sha256:" + "2".repeat(64), digest)),
                        "The image is named by its digest."),
                passes(
                        "IMAGE-008",
                        "known to no registry",
                        of(local),
                        "Only this engine knows the image; push it under a tag of its own, not [latest]."),
                warns(
                        "IMAGE-008",
                        "no tag",
                        of(Images.withReference(IMAGE, "registry.example:5000/my/image", digest)),
                        "The tag [latest] of the image moves with every push."),
                warns(
                        "IMAGE-008",
                        "the tag latest",
                        of(Images.withReference(IMAGE, "ubuntu:latest", digest)),
                        "The tag [latest] of the image moves with every push."),
                passes("IMAGE-009", "a few", FACTS, "The image has [3] layers, the largest of [0.1 GB]."),
                passes(
                        "IMAGE-009",
                        "a layer of 2 GB",
                        layers(100, 2 * GB),
                        "The image has [100] layers, the largest of [2.0 GB]."),
                passes(
                        "IMAGE-009",
                        "a huge one",
                        layers(100, 2 * GB + 1),
                        "One of the image's [100] layers has [2.0 GB]: it is pulled and unpacked alone."),
                passes("IMAGE-009", "many", layers(101, GB), "The image has [101] layers."));
    }

    private static Facts volumes(String... paths) {
        return FactSets.withDetails(FACTS, new ImageDetails(List.of(), List.of(paths), "", 3, List.of()));
    }

    private static Facts layers(int count, long bytes) {
        return FactSets.withDetails(
                FACTS, new ImageDetails(List.of(), List.of(), "", count, List.of(new ImageHistory("COPY a b", bytes))));
    }

    private static List<CheckCase> secrets() {
        return List.of(
                passes("IMAGE-010", "none", FACTS, "No ENV and no label of the image looks like a secret."),
                warns(
                        "IMAGE-010",
                        "in ENV",
                        of(Images.withEnv(IMAGE, Map.of("NPM_TOKEN", "abcdefgh"))),
                        "The image carries what looks like a secret in [ENV NPM_TOKEN]."),
                warns(
                        "IMAGE-010",
                        "in a label",
                        of(Images.withLabels(IMAGE, Map.of("source", "https://u:p4ssw0rd@git.example/r"))),
                        "The image carries what looks like a secret in [LABEL source]."),
                passes("IMAGE-011", "none", FACTS, "No step of the image's history looks like it had a secret."),
                passes(
                        "IMAGE-011",
                        "ENV has a check of its own",
                        history("ENV A_TOKEN=abcdefgh", "/bin/sh -c #(nop)  ENV A_TOKEN=abcdefgh"),
                        "No step of the image's history looks like it had a secret."),
                warns(
                        "IMAGE-011",
                        "a build argument, a URL",
                        history(
                                "RUN |1 PIP_TOKEN=abcdefgh /bin/sh -c make # buildkit",
                                "COPY a b",
                                "RUN pip install --index-url https://u:p4ssw0rd@pip.example/simple x"),
                        "The image's history shows what looks like a secret in [step 1: PIP_TOKEN, step 3]."));
    }

    private static Facts history(String... steps) {
        return FactSets.withDetails(
                FACTS,
                new ImageDetails(
                        List.of(),
                        List.of(),
                        "",
                        3,
                        Arrays.stream(steps)
                                .map(step -> new ImageHistory(step, 1))
                                .toList()));
    }
}
