package dev.nodestart.emulator.diagnosis;

import static dev.nodestart.emulator.diagnosis.Launches.failed;
import static dev.nodestart.emulator.diagnosis.Launches.image;

import dev.nodestart.emulator.diagnosis.KnownCases.Case;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.registry.ImageReference;
import dev.nodestart.emulator.registry.Platform;
import dev.nodestart.emulator.registry.PullFailure;
import dev.nodestart.emulator.registry.PullFailures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What images that cannot be pulled, created or started leave behind. */
final class KnownImageCases {
    private static final String PULL = "DOCKER_IMAGE_PULL_FAILURE";
    private static final ImageReference IMAGE = ImageReference.parse("reg.example.com/acme/image:1");

    private KnownImageCases() {}

    static Stream<Case> all() {
        return Stream.concat(images(), pulls());
    }

    private static Stream<Case> images() {
        return Stream.of(
                new Case(
                        "DCS-F10",
                        failed(
                                "15.4",
                                Stage.START_CONTAINER,
                                "CONTAINER_LAUNCH_FAILURE",
                                "Failed to launch spark container on instance i-1. Exception: Container setup has"
                                        + " timed out"),
                        List.of()),
                pull(
                        "DCS-F12",
                        "DOCKER_IMAGE_TOO_LARGE_FOR_INSTANCE_EXCEPTION",
                        "Image [acme/image:1] has [41.0 GB] and the node's disk [28.0 GB]."),
                pull(
                        "DCS-F14",
                        "DOCKER_INVALID_OS_EXCEPTION",
                        "image operating system \"windows\" cannot be used on this platform"),
                new Case(
                        "DCS-F15",
                        failed(
                                "15.4",
                                Stage.CREATE_CONTAINER,
                                "DOCKER_CONTAINER_CREATION_EXCEPTION",
                                "Bad response from engine"),
                        List.of()),
                new Case(
                        "DCS-F16",
                        failed(
                                "15.4",
                                Stage.INJECT_RUNTIME,
                                "CONTAINER_LAUNCH_FAILURE",
                                "Failed to launch spark container on instance i-1. Exception: Could not add container"
                                        + " for 1 with address 10.0.0.2. Could not mkdir in container: as the image's"
                                        + " USER [1000]: mkdir: cannot create directory '/databricks': Permission"
                                        + " denied",
                                Optional.of(image("linux/amd64", "1000", Map.of()))),
                        List.of()),
                new Case(
                        "DCS-F19",
                        failed(
                                "15.4",
                                Stage.START_CONTAINER,
                                "CONTAINER_LAUNCH_FAILURE",
                                "exec /bin/sh: exec format error",
                                Optional.of(image("linux/arm64", "", Map.of()))),
                        List.of()),
                pull(
                        "DCS-F19",
                        "DOCKER_INVALID_OS_EXCEPTION",
                        "Image [acme/image:1] is for [linux/arm64], and a node needs [linux/amd64]."),
                new Case(
                        "DCS-F45",
                        failed(
                                "15.4",
                                Stage.START_CONTAINER,
                                "CONTAINER_LAUNCH_FAILURE",
                                "OCI runtime create failed: container_linux.go:380: starting container process caused:"
                                        + " exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown"),
                        List.of()),
                new Case(
                        "DCS-F45",
                        failed(
                                "15.4",
                                Stage.INJECT_RUNTIME,
                                "CONTAINER_LAUNCH_FAILURE",
                                "Failed to launch spark container on instance i-1. Exception: The image has no shell at"
                                        + " /bin/sh, so nothing can be started in it"),
                        List.of()),
                new Case(
                        "DCS-F71",
                        failed(
                                "15.4",
                                Stage.START_CONTAINER,
                                "CONTAINER_LAUNCH_FAILURE",
                                "The Databricks Runtime could not be laid over /databricks:"
                                        + " /databricks/.nodestart/node.sh: 24: cp: not found"),
                        List.of()));
    }

    private static Stream<Case> pulls() {
        return Stream.of(
                pulled("DCS-F13", "something new"),
                pulled("DCS-F54", "Get https://reg/v2/: unauthorized: authentication required"),
                pull(
                        "DCS-F55",
                        PULL,
                        "pull access denied for acme/image, repository does not exist or may require"
                                + " 'docker login': denied: requested access to the resource is denied"),
                pull(
                        "DCS-F56",
                        PULL,
                        "manifest for localhost:5000/image:nope not found: manifest unknown: manifest" + " unknown"),
                pulled("DCS-F57", "toomanyrequests: You have reached your pull rate limit."),
                pulled("DCS-F58", "received unexpected HTTP status: 503 Service Unavailable"),
                pull(
                        "DCS-F59",
                        PULL,
                        "Get https://nope.invalid/v2/: dial tcp: lookup nope.invalid on 10.0.0.1:53: no"
                                + " such host"),
                pull(
                        "DCS-F60",
                        PULL,
                        "Get http://localhost:5999/v2/: dial tcp 127.0.0.1:5999: connect: connection" + " refused"),
                pulled("DCS-F61", "Get https://reg/v2/: x509: certificate signed by unknown authority"),
                pulled("DCS-F62", "http: server gave HTTP response to HTTPS client"),
                pull("DCS-F63", PULL, "The transfer of [acme/image:1] from registry [reg] stands still."),
                pulled("DCS-F63", "net/http: TLS handshake timeout"),
                pulled("DCS-F64", "filesystem layer verification failed for digest sha256:00"),
                pulled("DCS-F64", "unexpected EOF"),
                pull("DCS-F65", PULL, "write /var/lib/docker/tmp/GetImageBlob1: no space left on device"),
                pull("DCS-F66", PULL, "invalid reference format: repository name must be lowercase"),
                pulled("DCS-F67", "unsupported media type application/vnd.cncf.helm.config.v1+json"),
                pull("DCS-F77", PULL, "The image [acme/image:1] is not on the engine, and the pull policy is never."),
                failure("DCS-F14", PullFailures.wrongPlatform(IMAGE, List.of(new Platform("windows", "amd64", "")))),
                failure("DCS-F19", PullFailures.wrongPlatform(IMAGE, List.of(new Platform("linux", "arm64", "v8")))),
                failure("DCS-F12", PullFailures.tooLarge(IMAGE, 41_000_000_000L, 28_000_000_000L)),
                failure("DCS-F63", PullFailures.stalled(IMAGE, Duration.ofSeconds(60))));
    }

    private static Case pull(String id, String code, String message) {
        return new Case(id, failed("15.4", Stage.PULL_IMAGE, code, message), List.of());
    }

    /** As the launch words it: the registry's sentence and advice, then what the engine said. */
    private static Case pulled(String id, String engineText) {
        return failure(id, PullFailures.fromEngineText(IMAGE, 500, engineText));
    }

    private static Case failure(String id, PullFailure failure) {
        String detail = failure.detail().isEmpty() ? "" : " [" + failure.detail() + "]";
        return pull(id, failure.kind().terminationCode(), failure.message() + detail);
    }
}
