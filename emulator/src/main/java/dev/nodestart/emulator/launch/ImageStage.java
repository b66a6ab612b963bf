package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.Images;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.registry.Credentials;
import dev.nodestart.emulator.registry.ImageReference;
import dev.nodestart.emulator.registry.Inspection;
import dev.nodestart.emulator.registry.MachineBlame;
import dev.nodestart.emulator.registry.ManifestInfo;
import dev.nodestart.emulator.registry.Platform;
import dev.nodestart.emulator.registry.PullFailure;
import dev.nodestart.emulator.registry.PullFailures;
import dev.nodestart.emulator.registry.PullProgress;
import dev.nodestart.emulator.registry.RegistryInspector;
import dev.nodestart.emulator.registry.RetryPolicy;
import dev.nodestart.emulator.registry.UserCredentials;
import dev.nodestart.emulator.secret.ImageMask;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Gets the image onto the engine, and refuses one that a node cannot run before its layers are fetched. */
final class ImageStage {
    private static final Duration INSPECT_LIMIT = Duration.ofSeconds(15);

    private final Engine engine;
    private final ImageSource source;
    private final long diskBytes;
    private final Limits limits;
    private final LaunchListener listener;
    private final Clock clock;
    private final Optional<Fault> fault;

    ImageStage(
            Engine engine,
            ImageSource source,
            long diskBytes,
            Limits limits,
            LaunchListener listener,
            Clock clock,
            Optional<Fault> fault) {
        this.fault = fault;
        this.engine = engine;
        this.source = source;
        this.diskBytes = diskBytes;
        this.limits = limits;
        this.listener = listener;
        this.clock = clock;
    }

    /** The image on the engine, fit for a node. */
    ImageInfo acquire() throws InterruptedException {
        ImageReference reference = parse();
        if (fault.isPresent()) {
            throw refuse(injected(reference, fault.get()));
        }
        if (source.policy() != PullPolicy.ALWAYS) {
            Optional<ImageInfo> local =
                    engine.images().inspect(source.reference()).map(ImageMask::of);
            if (local.isPresent()) {
                return judged(reference, local.get());
            }
            if (source.policy() == PullPolicy.NEVER) {
                throw new StageFailure(Termination.image(
                        "DOCKER_IMAGE_PULL_FAILURE",
                        "The image [" + source.reference() + "] is not on the engine, and the pull policy is never."));
            }
        }
        pull(reference);
        ImageInfo pulled = engine.images()
                .inspect(source.reference())
                .map(ImageMask::of)
                .orElseThrow(() -> new HarnessException("The image [" + source.reference()
                        + "] was pulled, but the engine does not know it. Try again."));
        return judged(reference, pulled);
    }

    /** The texts are those that engines give for these answers. */
    private PullFailure injected(ImageReference reference, Fault asked) {
        if (asked.value().equals("stall")) {
            return PullFailures.stalled(reference, limits.pullStall());
        }
        String text = switch (asked.value()) {
            case "401" -> "unauthorized: authentication required";
            case "403" -> "denied: requested access to the resource is denied";
            case "404" -> "manifest for " + reference + " not found: manifest unknown: manifest unknown";
            case "429" -> "toomanyrequests: You have reached your pull rate limit";
            default -> "received unexpected HTTP status: " + asked.value();
        };
        return PullFailures.fromEngineText(reference, Integer.parseInt(asked.value()), text);
    }

    private ImageReference parse() {
        try {
            return ImageReference.parse(source.reference());
        } catch (IllegalArgumentException e) {
            throw refuse(PullFailures.invalidReference(e));
        }
    }

    private void pull(ImageReference reference) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        UserCredentials user =
                UserCredentials.of(environment, Path.of(System.getProperty("user.home")), listener::note);
        Optional<Credentials> credentials = Credentials.choose(reference, source.basicAuth(), user);
        RegistryInspector inspector = RegistryInspector.within(INSPECT_LIMIT, environment);
        RetryPolicy retries = RetryPolicy.standard();
        Instant start = clock.instant();
        for (int attempt = 1; ; attempt++) {
            Optional<PullFailure> failure = attempt(reference, credentials, inspector);
            if (failure.isEmpty()) {
                return;
            }
            Optional<Duration> delay =
                    retries.delayAfter(attempt, Duration.between(start, clock.instant()), failure.get());
            if (delay.isEmpty()) {
                throw refuse(reference, failure.get());
            }
            listener.note("Pull failed, trying again in " + delay.get().toSeconds() + " s: "
                    + failure.get().sentence());
            Thread.sleep(delay.get().toMillis());
        }
    }

    private Optional<PullFailure> attempt(
            ImageReference reference, Optional<Credentials> credentials, RegistryInspector inspector)
            throws InterruptedException {
        Inspection inspection = inspector.inspect(reference, credentials, reference.isLoopback());
        Optional<PullFailure> seen = Optional.empty();
        OptionalLong announced = OptionalLong.empty();
        if (inspection instanceof Inspection.Found found) {
            ManifestInfo info = found.info();
            Optional<PullFailure> tooLarge =
                    diskBytes == 0 ? Optional.empty() : PullFailures.ifTooLarge(info, diskBytes);
            if (tooLarge.isPresent()) {
                return tooLarge;
            }
            announced = OptionalLong.of(info.compressedSize());
        } else if (inspection instanceof Inspection.Failed failed) {
            if (failed.failure().isFinal()) {
                return Optional.of(failed.failure());
            }
            seen = Optional.of(failed.failure());
        }
        Optional<PullFailure> refused = new EnginePull(engine, reference, login(reference, credentials), limits, clock)
                .run(new PullProgress(clock.instant(), announced), listener);
        if (refused.isPresent() && seen.isPresent()) {
            return Optional.of(PullFailures.combine(refused.get(), seen.get()));
        }
        return refused;
    }

    private static Optional<Images.RegistryLogin> login(ImageReference reference, Optional<Credentials> credentials) {
        return credentials.map(found -> new Images.RegistryLogin(
                reference.registry(), found.username(), found.secret(), found.identityToken()));
    }

    private ImageInfo judged(ImageReference reference, ImageInfo image) {
        if (!image.os().equals("linux") || !image.architecture().equals("amd64")) {
            throw refuse(
                    PullFailures.wrongPlatform(reference, List.of(new Platform(image.os(), image.architecture(), ""))));
        }
        if (diskBytes > 0 && image.sizeBytes() > diskBytes) {
            throw refuse(PullFailures.tooLarge(reference, image.sizeBytes(), diskBytes));
        }
        return image;
    }

    private static RuntimeException refuse(ImageReference reference, PullFailure failure) {
        Optional<String> machine = MachineBlame.sentence(reference, failure);
        return machine.isPresent() ? new HarnessException(machine.get()) : refuse(failure);
    }

    private static StageFailure refuse(PullFailure failure) {
        String detail = failure.detail().isEmpty() ? "" : " [" + failure.detail() + "]";
        return new StageFailure(Termination.image(failure.kind().terminationCode(), failure.message() + detail));
    }

    /** The engine's refusal of a pull, as a failure. */
    static PullFailure refusal(ImageReference reference, EngineException refused) {
        return PullFailures.fromEngineText(reference, refused.status(), refused.reason());
    }
}
