package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.Images;
import dev.nodestart.emulator.registry.ImageReference;
import dev.nodestart.emulator.registry.PullFailure;
import dev.nodestart.emulator.registry.PullFailures;
import dev.nodestart.emulator.registry.PullProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One pull by the engine, given up when no byte comes for too long. */
final class EnginePull {
    private static final Duration REPORT_EVERY = Duration.ofMillis(500);

    private final Engine engine;
    private final ImageReference reference;
    private final Optional<Images.RegistryLogin> login;
    private final Limits limits;
    private final Clock clock;
    private Instant lastReport = Instant.EPOCH;

    EnginePull(
            Engine engine, ImageReference reference, Optional<Images.RegistryLogin> login, Limits limits, Clock clock) {
        this.engine = engine;
        this.reference = reference;
        this.login = login;
        this.limits = limits;
        this.clock = clock;
    }

    /** Empty where the image came; else why it did not. */
    Optional<PullFailure> run(PullProgress progress, LaunchListener listener) throws InterruptedException {
        String repository = reference.registry() + "/" + reference.repository();
        FutureTask<Boolean> pull = new FutureTask<>(
                () -> engine.images()
                        .pull(repository, reference.qualifier(), login, message -> report(progress, message, listener)),
                true);
        Thread thread = new Thread(pull, "nodestart-pull");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                pull.get(1, TimeUnit.SECONDS);
                return Optional.empty();
            } catch (TimeoutException e) {
                synchronized (progress) {
                    if (progress.isStalled(clock.instant(), limits.pullStall())) {
                        // an engine drops a pull whose caller is gone
                        thread.interrupt();
                        return Optional.of(PullFailures.stalled(reference, progress.stillFor(clock.instant())));
                    }
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof EngineException refused) {
                    return Optional.of(ImageStage.refusal(reference, refused));
                }
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new HarnessException("The pull of [" + reference + "] failed.", e);
            }
        }
    }

    private void report(PullProgress progress, Images.PullMessage message, LaunchListener listener) {
        Instant now = clock.instant();
        synchronized (progress) {
            progress.accept(message.layer(), message.status(), message.current(), message.total(), now);
            if (Duration.between(lastReport, now).compareTo(REPORT_EVERY) >= 0) {
                lastReport = now;
                listener.pulling(progress.snapshot(now).line());
            }
        }
    }
}
