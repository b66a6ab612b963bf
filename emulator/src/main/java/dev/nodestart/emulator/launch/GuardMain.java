package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the guard runs when the launcher was killed. */
final class GuardMain {
    // a create call that was under way when the launcher died may still make its object
    private static final Duration[] SWEEPS = {
        Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15)
    };

    private GuardMain() {}

    /** Arguments: engine address, folder of certificates or empty, run id. */
    public static void main(String[] arguments) throws InterruptedException {
        Optional<Path> certificates = arguments[1].isEmpty() ? Optional.empty() : Optional.of(Path.of(arguments[1]));
        for (Duration pause : SWEEPS) {
            Thread.sleep(pause.toMillis());
            try (Engine engine = Engine.connect(URI.create(arguments[0]), certificates)) {
                new Leftovers(engine).remove(Labels.ofRun(arguments[2]));
            } catch (RuntimeException e) {
                // the engine is busy or gone: the next sweep tries again
            }
        }
    }
}
