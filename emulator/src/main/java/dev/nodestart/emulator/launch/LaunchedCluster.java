package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.secret.ImageMask;
import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A cluster that was launched, whatever came of it. Closing it removes everything of it. */
public final class LaunchedCluster implements Closeable {
    private final EngineAccess access;
    private final LaunchRequest request;
    private final LaunchBook book;
    private final Cleanup cleanup;
    private Optional<LaunchContext> context = Optional.empty();
    private Optional<ScheduledExecutorService> heart = Optional.empty();
    private Optional<Launch> result = Optional.empty();
    private Optional<CompletableFuture<ImageDetails>> details = Optional.empty();
    private CompletableFuture<?> saved = CompletableFuture.allOf();
    private final Map<String, List<NodeEvent>> told = new ConcurrentHashMap<>();
    private boolean logsKept;
    private boolean finished;
    private boolean closed;

    LaunchedCluster(EngineAccess access, LaunchRequest request, LaunchBook book, Cleanup cleanup) {
        this.access = access;
        this.request = request;
        this.book = book;
        this.cleanup = cleanup;
    }

    void use(LaunchContext shared) {
        context = Optional.of(shared);
        if (!request.detached()) {
            ScheduledThreadPoolExecutor beats = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "nodestart-lease");
                thread.setDaemon(true);
                return thread;
            });
            long beat = request.limits().beat().toMillis();
            var beating = beats.scheduleAtFixedRate(
                    () -> shared.links().values().forEach(link -> link.order("beat")),
                    beat,
                    beat,
                    TimeUnit.MILLISECONDS);
            heart = beating.isCancelled() ? Optional.empty() : Optional.of(beats);
        }
    }

    void started() {
        result = Optional.of(book.save());
    }

    /** Its logs are kept when somebody asks for the launch. */
    void failed() {
        Launch launch = book.launch();
        result = Optional.of(launch);
        saved = SideBySide.begin(() -> book.save(launch));
        // whoever looks for a cause asks which instruction brought it
        details = launch.image().map(image -> SideBySide.begin(() -> details(image)));
    }

    /** What came of the launch; the recording holds the logs of one that failed. */
    public Launch launch() {
        if (result.isPresent() && outcome().state() != Launch.State.RUNNING) {
            keepFailedLogs();
            SideBySide.join(saved);
        }
        return outcome();
    }

    /** What came of the launch, at once: of one that failed the recording may not hold the logs yet. */
    public Launch outcome() {
        return result.orElseGet(book::launch);
    }

    /** The driver, where the cluster is RUNNING. */
    public Optional<NodeInfo> driver() {
        return launch().state() == Launch.State.RUNNING
                ? launch().nodes().stream().findFirst()
                : Optional.empty();
    }

    /** The ways into the driver, where the cluster is RUNNING; to be closed before the cluster. */
    public Optional<RunningNode> openDriver() {
        return driver().map(access::open);
    }

    /** The ways into the driver of a cluster that did not start, where its container still runs. */
    public Optional<RunningNode> openFailedDriver() {
        Launch known = outcome();
        if (known.state() != Launch.State.TERMINATED || known.nodes().isEmpty()) {
            return Optional.empty();
        }
        NodeInfo driver = known.nodes().get(0);
        return context.map(shared -> shared.links().get(driver.name()))
                .filter(NodeLink::isUp)
                .map(agent -> new FailedDriver(agent, access.open(driver), logs -> told.put(driver.name(), logs)));
    }

    /** What the engine knows of the image beyond what a launch needs, secrets hidden; empty where the image could not be had. */
    public Optional<ImageDetails> imageDetails() {
        return details.map(SideBySide::join).or(() -> outcome().image().map(this::details));
    }

    private ImageDetails details(ImageInfo image) {
        return ImageMask.of(access.engine().images().details(image.id()));
    }

    /** The runtime line that was used. */
    public RuntimeDescriptor runtime() {
        return request.runtime();
    }

    /** Replaces the spec's secrets in any text that is kept or shown. */
    public UnaryOperator<String> mask() {
        return request.mask();
    }

    /** The engine that the cluster is on. */
    public EngineAccess engine() {
        return access;
    }

    /**
     * Waits until the driver goes down.
     *
     * @return what was seen of it
     */
    public String awaitDriverDown() throws InterruptedException {
        LaunchContext shared = context.orElseThrow();
        NodeLink driver = shared.link("driver");
        while (true) {
            Optional<NodeEvent> event = driver.next(Duration.ofHours(1));
            String name = event.map(NodeEvent::name).orElse("");
            if (name.equals("driver-exit")) {
                String message =
                        "driver state change (exit code: " + event.orElseThrow().value("code") + ")";
                shared.events.driverUnavailable(message);
                return message;
            }
            if (name.equals("disconnected")) {
                shared.events.driverUnavailable("The driver's container ended");
                return "the driver's container ended";
            }
        }
    }

    /**
     * Says that nothing may be concluded from nodes that a signal to this process is taking away.
     *
     * @throws InterruptedException where that is so
     */
    public void requireUndisturbed() throws InterruptedException {
        if (cleanup.isInterrupted()) {
            throw new InterruptedException("The process was told to end.");
        }
    }

    /** Leaves the cluster running: from now on it belongs to {@code stop} and {@code prune}. */
    public void detach() {
        launch();
        stopBeats();
        cleanup.release();
        closed = true;
        context.ifPresent(shared -> shared.links().values().forEach(NodeLink::close));
    }

    /** Keeps what is left of a failed cluster on the engine, to be looked at and removed by {@code prune}. */
    public void keep() {
        detach();
    }

    /** Of a launch that failed; a node whose agent never began has none. */
    private synchronized void keepFailedLogs() {
        if (logsKept || context.isEmpty()) {
            return;
        }
        logsKept = true;
        LaunchContext shared = context.get();
        Map<String, NodeLink> links = shared.links();
        links.values().removeIf(link -> !link.wasUp());
        Map<String, NodeLink> silent = new HashMap<>(links);
        silent.keySet().removeAll(told.keySet());
        told.putAll(Farewell.askForLogs(silent));
        keepLogs(shared, links, told);
    }

    private void keepLogs(LaunchContext shared, Map<String, NodeLink> links, Map<String, List<NodeEvent>> logs) {
        List<NodeInfo> nodes = shared.nodes().values().stream()
                .filter(node -> links.containsKey(node.name()))
                .toList();
        Launch known = outcome();
        new NodeLogs(access.engine(), request, Recording.at(known.recording())).keep(nodes, known.clusterId(), logs);
    }

    private void removeAll() {
        try {
            cleanup.removeAll();
        } catch (EngineException | EngineUnavailableException e) {
            // the engine went away: the guard, who hears no "done", tries again, and prune removes the rest
            context.ifPresent(
                    shared -> shared.listener.note(
                            "The engine did not answer while the cluster was removed; [nodestart prune] removes what is left."));
        }
    }

    /**
     * Says that nothing more is asked of the nodes: they begin to remove their Python environments, for whose many small
     * files an engine takes a second. What is left is removed by {@link #close}.
     */
    public void finished() {
        if (!closed && !finished) {
            finished = true;
            context.ifPresent(shared -> Farewell.say(shared.links()));
        }
    }

    private void stopBeats() {
        heart.ifPresent(ScheduledExecutorService::shutdownNow);
        heart = Optional.empty();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        boolean running = outcome().state() == Launch.State.RUNNING;
        if (running) {
            finished();
        }
        closed = true;
        stopBeats();
        try {
            if (running) {
                context.ifPresent(shared -> keepLogs(shared, shared.links(), Farewell.hear(shared.links())));
            } else {
                keepFailedLogs();
            }
        } finally {
            context.ifPresent(LaunchContext::close);
            removeAll();
        }
    }
}
