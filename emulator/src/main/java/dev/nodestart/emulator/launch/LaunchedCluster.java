package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.node.EngineNode;
import dev.nodestart.emulator.node.RunningNode;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.secret.ImageMask;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> nodesKept = ConcurrentHashMap.newKeySet();
    private CompletableFuture<?> saved = CompletableFuture.allOf();
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

    /** Its logs are fetched when somebody asks for the launch: who looks into the driver brings them along. */
    void failed() {
        Launch launch = book.launch();
        result = Optional.of(launch);
        saved = SideBySide.begin(() -> book.save(launch));
    }

    /** What came of the launch; the recording holds the logs of one that failed. */
    public Launch launch() {
        if (result.isPresent() && outcome().state() != Launch.State.RUNNING) {
            keepLogs();
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

    /**
     * The ways into the driver of a cluster that did not start, where its container still runs; its first script brings the
     * driver's logs into the recording.
     */
    public Optional<RunningNode> openFailedDriver() {
        Launch known = outcome();
        if (known.state() != Launch.State.TERMINATED || known.nodes().isEmpty()) {
            return Optional.empty();
        }
        NodeInfo driver = known.nodes().get(0);
        EngineNode node = new EngineNode(access.engine(), driver.containerId());
        try {
            return access.engine().containers().state(driver.containerId()).running()
                    ? Optional.of(new FailedDriver(node, archive -> {
                        if (nodeLogs(known).take(driver, archive)) {
                            nodesKept.add(driver.name());
                        }
                    }))
                    : Optional.empty();
        } catch (EngineException | EngineUnavailableException e) {
            return Optional.empty();
        }
    }

    /** What the engine knows of the image beyond what a launch needs, secrets hidden; empty where the image could not be had. */
    public Optional<ImageDetails> imageDetails() {
        return outcome()
                .image()
                .map(image -> ImageMask.of(access.engine().images().details(image.id())));
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

    private synchronized void keepLogs() {
        if (logsKept) {
            return;
        }
        logsKept = true;
        List<NodeInfo> nodes = context.map(LaunchContext::nodes).stream()
                .flatMap(map -> map.values().stream())
                .filter(node -> !nodesKept.contains(node.name()))
                .toList();
        Launch known = book.launch();
        nodeLogs(known).keep(nodes, known.clusterId(), known.state() == Launch.State.RUNNING);
    }

    private void keepWorkersLogs(Map<String, List<NodeEvent>> said) {
        Launch known = outcome();
        if (known.state() == Launch.State.RUNNING) {
            SideBySide.run(known.nodes().stream()
                    .filter(node -> node.role() == NodeRole.WORKER)
                    .<Runnable>map(node ->
                            () -> nodeLogs(known).keepTold(node, said.getOrDefault(node.name(), List.of())))
                    .toList());
        }
    }

    private NodeLogs nodeLogs(Launch known) {
        return new NodeLogs(access.engine(), request, Recording.at(known.recording()));
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
        finished();
        closed = true;
        stopBeats();
        try {
            CompletableFuture<Void> fetched = SideBySide.begin(() -> {
                keepLogs();
                return null;
            });
            Map<String, List<NodeEvent>> said =
                    context.map(shared -> Farewell.of(shared.links())).orElse(Map.of());
            SideBySide.join(fetched);
            keepWorkersLogs(said);
        } finally {
            context.ifPresent(LaunchContext::cancel);
            removeAll();
        }
    }
}
