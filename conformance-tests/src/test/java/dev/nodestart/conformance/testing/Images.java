package dev.nodestart.conformance.testing;

import dev.nodestart.emulator.model.ImageInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images for tests, each but for one thing as another one. */
public final class Images {

    private Images() {}

    public static ImageInfo withPlatform(ImageInfo image, String os, String architecture) {
        return new ImageInfo(
                image.reference(),
                image.id(),
                image.digest(),
                os,
                architecture,
                image.sizeBytes(),
                image.user(),
                image.entrypoint(),
                image.cmd(),
                image.env(),
                image.labels());
    }

    public static ImageInfo withUser(ImageInfo image, String user) {
        return new ImageInfo(
                image.reference(),
                image.id(),
                image.digest(),
                image.os(),
                image.architecture(),
                image.sizeBytes(),
                user,
                image.entrypoint(),
                image.cmd(),
                image.env(),
                image.labels());
    }

    public static ImageInfo withCommand(ImageInfo image, List<String> entrypoint, List<String> cmd) {
        return new ImageInfo(
                image.reference(),
                image.id(),
                image.digest(),
                image.os(),
                image.architecture(),
                image.sizeBytes(),
                image.user(),
                entrypoint,
                cmd,
                image.env(),
                image.labels());
    }

    public static ImageInfo withSize(ImageInfo image, long bytes) {
        return new ImageInfo(
                image.reference(),
                image.id(),
                image.digest(),
                image.os(),
                image.architecture(),
                bytes,
                image.user(),
                image.entrypoint(),
                image.cmd(),
                image.env(),
                image.labels());
    }

    public static ImageInfo withReference(ImageInfo image, String reference, Optional<String> digest) {
        return new ImageInfo(
                reference,
                image.id(),
                digest,
                image.os(),
                image.architecture(),
                image.sizeBytes(),
                image.user(),
                image.entrypoint(),
                image.cmd(),
                image.env(),
                image.labels());
    }

    public static ImageInfo withEnv(ImageInfo image, Map<String, String> env) {
        return new ImageInfo(
                image.reference(),
                image.id(),
                image.digest(),
                image.os(),
                image.architecture(),
                image.sizeBytes(),
                image.user(),
                image.entrypoint(),
                image.cmd(),
                env,
                image.labels());
    }

    public static ImageInfo withLabels(ImageInfo image, Map<String, String> labels) {
        return new ImageInfo(
                image.reference(),
                image.id(),
                image.digest(),
                image.os(),
                image.architecture(),
                image.sizeBytes(),
                image.user(),
                image.entrypoint(),
                image.cmd(),
                image.env(),
                labels);
    }
}
