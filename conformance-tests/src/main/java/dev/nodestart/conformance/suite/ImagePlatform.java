package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.secret.SecretWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which machines can run the image, as whom, and what it would run. */
final class ImagePlatform {

    /** Shells, interpreters and inits: nobody misses them. */
    private static final Set<String> PLAIN = Set.of(
            "sh",
            "bash",
            "dash",
            "ash",
            "python",
            "python3",
            "R",
            "jshell",
            "tini",
            "dumb-init",
            "nvidia_entrypoint.sh");

    private ImagePlatform() {}

    static List<CheckRule> rules() {
        return List.of(
                must("IMAGE-001", "The image is for linux/amd64")
                        .tags("build")
                        .why("Nodes are amd64 machines with Linux: an image for another one cannot be started.")
                        .remedy("docker build --platform linux/amd64 …")
                        .source(
                                "Databricks docs, custom containers: no Graviton; databricks/containers#118 (dcs.md §1.1 row 10, F14, F19)")
                        .judge(ImagePlatform::platform),
                should("IMAGE-002", "The image's user is root")
                        .tags("build")
                        .why(
                                "The platform makes its folders as the image's own user; one that may not write there ends the launch.")
                        .remedy("USER root\nas the last USER of the Dockerfile")
                        .source("databricks/containers ubuntu/dbfsfuse (dcs.md §1.1 row 9, §4.7, F16)")
                        .judge(ImagePlatform::user),
                should("IMAGE-004", "No ENTRYPOINT or CMD is expected to run")
                        .tags("build")
                        .why(
                                "The platform ignores ENTRYPOINT and CMD: what they start or set up does not happen on a node.")
                        .remedy("""
                                Move what they do into the Dockerfile, or into an init script:
                                {"init_scripts": [{"file": {"destination": "file:/opt/start.sh"}}]}""")
                        .source("Azure docs, custom containers; databricks/containers ubuntu/ssh (dcs.md §4.7, F37)")
                        .judge(ImagePlatform::startCommand));
    }

    private static Finding platform(Facts facts) {
        ImageInfo image = facts.image();
        String platform = image.os() + "/" + image.architecture();
        return platform.equals("linux/amd64")
                ? Finding.pass("The image is for [linux/amd64].")
                : Finding.fail(
                        "The image is for [" + platform + "], and nodes are [linux/amd64].",
                        List.of(image.reference()));
    }

    private static Finding user(Facts facts) {
        String user = facts.image().user();
        return Set.of("", "root", "0", "0:0", "root:root", "0:root", "root:0").contains(user)
                ? Finding.pass("The image's user is root.")
                : Finding.fail(
                        "The image's user is [" + user + "], and the platform's launch needs root.",
                        List.of("USER " + user));
    }

    private static Finding startCommand(Facts facts) {
        ImageInfo image = facts.image();
        List<String> command =
                Stream.concat(image.entrypoint().stream(), image.cmd().stream()).toList();
        if (command.stream().allMatch(ImagePlatform::isPlain)) {
            return Finding.pass("No ENTRYPOINT or CMD is missed.");
        }
        return Finding.fail(
                "The platform will not run the image's " + named(image) + " ["
                        + SecretWords.hidden(String.join(" ", command)) + "].",
                List.of(
                        "ENTRYPOINT " + SecretWords.hidden(String.join(" ", image.entrypoint())),
                        "CMD " + SecretWords.hidden(String.join(" ", image.cmd()))));
    }

    private static boolean isPlain(String word) {
        return word.startsWith("-") || PLAIN.contains(word.substring(word.lastIndexOf('/') + 1));
    }

    private static String named(ImageInfo image) {
        if (image.entrypoint().isEmpty()) {
            return "CMD";
        }
        return image.cmd().isEmpty() ? "ENTRYPOINT" : "ENTRYPOINT and CMD";
    }
}
