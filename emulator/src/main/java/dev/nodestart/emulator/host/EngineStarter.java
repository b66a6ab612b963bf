package dev.nodestart.emulator.host;

import dev.nodestart.emulator.host.EngineLocation.Absent;
import dev.nodestart.emulator.host.EngineLocation.Found;
import dev.nodestart.emulator.host.EngineLocation.Refused;
import dev.nodestart.emulator.host.Programs.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Has an engine at hand: one that answers, else one that is installed and gets started, else Docker's engine from the
 * distribution's own packages.
 */
public final class EngineStarter {

    /** What Docker's engine needs of Debian to run a node; tini is the init that reaps a node's zombies. */
    private static final String[] PACKAGES = {"docker.io", "iptables", "ca-certificates", "tini"};

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Supplier<EngineLocation> locate;
    private final Programs programs;
    private final Machine machine;
    private final HostListener listener;
    private final Waiting waiting;

    /**
     * Takes the machine to start an engine on.
     *
     * @param locate looks for an engine, each time anew
     * @param programs where the engine's programs are found
     * @param machine what may be done here
     * @param listener hears what is started or installed before it is
     */
    public EngineStarter(Supplier<EngineLocation> locate, Programs programs, Machine machine, HostListener listener) {
        this(locate, programs, machine, listener, Waiting.real());
    }

    EngineStarter(
            Supplier<EngineLocation> locate,
            Programs programs,
            Machine machine,
            HostListener listener,
            Waiting waiting) {
        this.locate = locate;
        this.programs = programs;
        this.machine = machine;
        this.listener = listener;
        this.waiting = waiting;
    }

    /**
     * Returns an engine that answers.
     *
     * @throws HostException where the chosen one does not, or none can be started or installed; says what to do
     */
    public EngineAddress atHand() throws HostException {
        EngineLocation location = locate.get();
        if (location instanceof Found found) {
            return found.address();
        }
        if (location instanceof Refused refused) {
            throw new HostException(refused.message());
        }
        refuseForbidden((Absent) location);
        if (!programs.has("dockerd") && !machine.mayInstall(programs)) {
            throw new HostException(EngineAdvice.install(machine, programs));
        }
        if (!machine.root()) {
            throw new HostException(EngineAdvice.START);
        }
        return MachineLock.holding(machine.stateFolder(), "engine", this::installAndStart);
    }

    private EngineAddress installAndStart() throws HostException {
        // Another process may have started one while this one waited for the lock.
        if (locate.get() instanceof Found found) {
            return found.address();
        }
        if (!programs.has("dockerd")) {
            new Packages(programs, machine, listener).require("to run container images", PACKAGES);
        }
        Path log = machine.stateFolder().resolve("dockerd.log");
        String problem = "";
        for (EngineStart way : EngineStart.ways(machine, programs, log)) {
            if (locate.get() instanceof Found found) {
                return found.address();
            }
            listener.startingEngine(String.join(" ", way.shown()));
            Run run = programs.run(
                    START_LIMIT, Map.of(), listener::output, way.command().toArray(String[]::new));
            if (run.ok() && waitForEngine() instanceof Found found) {
                return found.address();
            }
            problem = run.ok()
                    ? "it did not answer within %d s".formatted(START_LIMIT.toSeconds())
                    : Packages.sentenceEnd(run.lastLine());
        }
        throw new HostException(
                "Docker's engine does not start: %s. Its log is in [%s] or [/var/log/docker.log]; start the engine and try again."
                        .formatted(problem, log));
    }

    private EngineLocation waitForEngine() {
        EngineLocation location = locate.get();
        for (Duration waited = Duration.ZERO;
                !(location instanceof Found) && waited.compareTo(START_LIMIT) < 0;
                waited = waited.plus(PAUSE)) {
            waiting.pause(PAUSE);
            location = locate.get();
        }
        return location;
    }

    private static void refuseForbidden(Absent absent) throws HostException {
        for (EngineLocation.Tried tried : absent.tried()) {
            if (tried.problem().contains("may not open")) {
                throw new HostException(EngineAdvice.forbidden(tried.address()));
            }
        }
    }

    /** Lets time pass; a test lets none pass. */
    @FunctionalInterface
    interface Waiting {

        void pause(Duration time);

        static Waiting real() {
            return time -> {
                try {
                    Thread.sleep(time.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
        }
    }
}
