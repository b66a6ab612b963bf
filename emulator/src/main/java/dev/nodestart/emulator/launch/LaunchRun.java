package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.engine.Mount;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.runtime.NodeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** One launch from its first stage to its last; used once. */
final class LaunchRun {
    private static final String CLUSTER = "cluster";

    private final EngineAccess access;
    private final Engine engine;
    private final LaunchRequest request;
    private final RunIds ids;
    private final Clock clock;
    private final LaunchListener listener;
    private final LaunchBook book;

    LaunchRun(EngineAccess access, LaunchRequest request, RunIds ids, Clock clock, LaunchListener listener) {
        this.access = access;
        this.engine = access.engine();
        this.request = request;
        this.ids = ids;
        this.clock = clock;
        this.listener = listener;
        this.book = new LaunchBook(request, ids, clock, listener);
    }

    LaunchedCluster start(RandomGenerator random) throws InterruptedException {
        Cleanup cleanup = Cleanup.begin(access, ids.runId());
        book.begin();
        LaunchedCluster cluster = new LaunchedCluster(access, request, book, cleanup);
        try {
            Groundwork groundwork = Groundwork.begin(engine, request, clock.instant());
            LaunchContext context = prepare(random);
            cluster.use(context);
            startNodes(context, groundwork, random);
            book.running(request.spec().numWorkers());
            cluster.started();
        } catch (StageFailure e) {
            book.terminated(e);
            cluster.failed();
        } catch (EngineException | EngineUnavailableException | HarnessException e) {
            book.inconclusive(String.valueOf(e.getMessage()));
            cluster.failed();
        } catch (RuntimeException | InterruptedException e) {
            // nobody gets the cluster, so nobody else can close it
            try {
                book.inconclusive("The launch was given up: " + e);
                cluster.failed();
                cluster.close();
            } catch (RuntimeException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
        return cluster;
    }

    /** What is done once for the cluster: its network and its image, beside each other. */
    private LaunchContext prepare(RandomGenerator random) throws InterruptedException {
        Timeline timeline = book.timeline();
        timeline.done(CLUSTER, Stage.VALIDATE, clock.instant().minus(request.validation()), request.validation(), "");
        book.events().creating(request.echo(), request.spec().numWorkers());
        Map<String, String> labels = labels();
        if (request.spec().numWorkers() + 1 > Subnet.capacity()) {
            throw new HarnessException("A cluster of [" + request.spec().numWorkers()
                    + "] workers does not fit on one machine's network; use at most [" + (Subnet.capacity() - 1)
                    + "].");
        }
        List<ClusterNetwork> network = new ArrayList<>();
        List<ImageInfo> image = new ArrayList<>();
        CompletableFuture<Void> acquired = background(() -> timeline.run(CLUSTER, Stage.ACQUIRE_INSTANCE, () -> {
            network.add(ClusterNetwork.create(
                    engine, ids, labels, random, request.spec().numWorkers()));
            return network.get(0).text();
        }));
        try {
            timeline.run(CLUSTER, Stage.PULL_IMAGE, () -> {
                image.add(new ImageStage(
                                engine,
                                request.image(),
                                diskBytes(),
                                request.limits(),
                                listener,
                                clock,
                                request.extras().fault(Fault.Kind.REGISTRY, Stage.PULL_IMAGE))
                        .acquire());
                return image.get(0).digest().orElse("no registry digest");
            });
        } finally {
            acquired.exceptionally(failed -> null).join();
        }
        join(acquired);
        book.image(image.get(0));
        return new LaunchContext(
                request,
                ids,
                engine,
                clock,
                listener,
                timeline,
                book.events(),
                labels,
                network.get(0),
                image.get(0),
                book.notes());
    }

    private void startNodes(LaunchContext context, Groundwork groundwork, RandomGenerator random)
            throws InterruptedException {
        context.network.approximated().ifPresent(book::note);
        List<NodeLaunch> nodes = new ArrayList<>();
        ClusterArchive shared = groundwork.archive();
        shared.imported().notes().forEach(book::note);
        ResourceLimits limits = new ResourceLimits(groundwork.machine(), book::note);
        NodeGpus gpus = new NodeGpus(context, groundwork.machine(), book);
        List<Mount> mounts = request.runtimeTree().stream()
                .map(found -> new TreeMount(engine, context.labels).of(found, context.image.id()))
                .toList();
        for (int number = 0; number <= request.spec().numWorkers(); number++) {
            Optional<NodeType> type = number == 0 ? request.driverType() : request.workerType();
            NodePlan plan = NodePlan.of(
                    number, ids.clusterId(), RunIds.instanceId(random), context.network.address(number), type);
            NodeArchive archive =
                    new NodeArchive(shared, new NodeFiles(request, ids, plan, context.driverIp, shared.imported()));
            nodes.add(new NodeLaunch(context, plan, archive, limits.of(type, book.imageUser()), mounts, gpus.of(type)));
        }
        book.nodes(context, nodes);
        runAll(context, nodes);
    }

    /** Runs all nodes beside each other; the first failure ends them all. */
    private static void runAll(LaunchContext context, List<NodeLaunch> nodes) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size(), work -> {
            Thread thread = new Thread(work, "nodestart-node");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Void> running = new ExecutorCompletionService<>(threads);
            nodes.forEach(node -> running.submit(() -> {
                node.run();
                return null;
            }));
            RuntimeException first = null;
            for (int i = 0; i < nodes.size(); i++) {
                try {
                    running.take().get();
                } catch (ExecutionException e) {
                    if (first == null) {
                        first = asRuntime(e.getCause());
                        context.cancel();
                    }
                }
            }
            if (first != null) {
                throw first;
            }
        } catch (InterruptedException e) {
            context.cancel();
            throw e;
        } finally {
            threads.shutdown();
        }
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>(request.surroundings().labels());
        labels.put(Labels.RUN, ids.runId());
        labels.put(Labels.CLUSTER, ids.clusterId());
        labels.put(Labels.USER, System.getProperty("user.name"));
        labels.put(Labels.IMAGE, request.image().reference());
        labels.put(Labels.SPARK_VERSION, request.spec().sparkVersion());
        labels.put(Labels.RECORDING, request.recording(ids.runId()).toString());
        labels.put(Labels.DETACHED, Boolean.toString(request.detached()));
        return labels;
    }

    private long diskBytes() {
        return request.workerType()
                .or(request::driverType)
                .map(NodeType::diskBytes)
                .orElse(0L);
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static CompletableFuture<Void> background(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new LaunchCancelledException();
                    }
                },
                SideBySide.THREADS);
    }

    private static void join(CompletableFuture<Void> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw asRuntime(e.getCause());
        }
    }

    private static RuntimeException asRuntime(@org.jspecify.annotations.Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException runtime) {
            return runtime;
        }
        return new HarnessException("The launch failed: " + cause);
    }
}
