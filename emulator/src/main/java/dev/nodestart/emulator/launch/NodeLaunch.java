package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Containers;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.GpuInjection;
import dev.nodestart.emulator.engine.Mount;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.runtime.NodeType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Brings one node up, stage by stage (DESIGN.md, "The launch sequence"). */
final class NodeLaunch {
    /** What starts the programs of glibc and of musl. */
    private static final List<String> LOADERS = List.of("/lib64/ld-linux-x86-64.so.2", "/lib/ld-musl-x86_64.so.1");

    private final LaunchContext context;
    private final NodePlan plan;
    private final NodeArchive archive;
    private final Resources resources;
    private final List<Mount> mounts;
    private final GpuInjection gpu;
    private final List<OverlayEntry> overlay = new ArrayList<>();
    private final List<InitScriptRun> scripts = new ArrayList<>();
    private final NodeFaults faults;
    private String containerId = "";

    NodeLaunch(
            LaunchContext context,
            NodePlan plan,
            NodeArchive archive,
            Resources resources,
            List<Mount> mounts,
            GpuInjection gpu) {
        this.context = context;
        this.plan = plan;
        this.archive = archive;
        this.resources = resources;
        this.mounts = mounts;
        this.faults = new NodeFaults(context);
        this.gpu = gpu;
        overlay.addAll(archive.hidden());
    }

    void run() throws InterruptedException {
        stage(Stage.CREATE_CONTAINER, this::create);
        stage(Stage.INJECT_RUNTIME, this::inject);
        stage(Stage.START_CONTAINER, this::start);
        initScripts();
        stage(Stage.START_SPARK, () -> new SparkStart(context, plan, this::deathOf).await());
        stage(Stage.RUNNING, () -> new SparkStart(context, plan, this::deathOf).awaitWorkers());
    }

    List<OverlayEntry> overlay() {
        return overlay;
    }

    List<InitScriptRun> scripts() {
        return scripts;
    }

    private void stage(Stage stage, Timeline.Work work) throws InterruptedException {
        context.checkCancelled();
        context.timeline.run(plan.name(), stage, () -> {
            faults.at(stage, containerId);
            return work.run();
        });
    }

    private String create() {
        if (CreateErrors.isRootAmong(context.image.volumes())) {
            throw notCreated("the root folder [/] is declared a volume, which no runtime can put under a container");
        }
        ContainerRequest request = new ContainerRequest(
                        plan.hostName(),
                        context.image.id(),
                        plan.hostName(),
                        List.of("/bin/sh", "/databricks/.nodestart/node.sh"),
                        context.network.name(),
                        context.network.subnet().isPresent() ? plan.ip() : "",
                        Labels.with(context.labels, plan.name()),
                        resources.nanoCpus(),
                        resources.memoryBytes(),
                        "0:0",
                        true)
                .with(fittings -> fittings.withMounts(mounts).withGpu(gpu));
        try {
            containerId = context.engine.containers().create(faults.applied(request));
        } catch (EngineException e) {
            throwWhereGpuWasRefused(e);
            if (e.reason().contains("bind source path does not exist")) {
                throw new HarnessException("The engine does not see the runtime tree's folder: " + e.reason()
                        + ". Put the tree where the engine's machine has it too, or reach the engine over TCP.");
            }
            if (CreateErrors.blameTheImage(e.status(), e.reason())) {
                throw notCreated(CreateErrors.words(e.reason()));
            }
            throw e;
        }
        context.created(plan.info(containerId));
        meet(context.request.surroundings());
        return "";
    }

    /** A network of others gives a node a further interface and name; its own address and host name stay. */
    private void meet(Surroundings others) {
        for (String network : others.networks()) {
            context.engine.networks().connect(network, containerId, plan.isDriver() ? others.aliases() : List.of());
            context.note("The nodes are on the network [" + network
                    + "] too, through a further interface that no node of the platform has.");
        }
    }

    private String inject() {
        Containers containers = context.engine.containers();
        // none of the three needs another: the attachment must only be there before the start
        CompletableFuture<Boolean> shell = context.imageHas("/bin/sh", containerId);
        CompletableFuture<NodeLink> attached =
                SideBySide.begin(() -> NodeLink.open(containers.attach(containerId), plan.name(), this::console));
        byte[] tar = archive.bytes();
        try {
            containers.putArchive(containerId, "/", tar);
        } catch (EngineException e) {
            if (e.reason().contains("no space left")) {
                throw e;
            }
            throw launchFailure("The Databricks Runtime could not be copied into the container: " + e.reason());
        } finally {
            context.linked(plan.name(), SideBySide.join(attached));
        }
        if (!SideBySide.join(shell)) {
            throw launchFailure("The image has no shell at /bin/sh, so nothing can be started in it");
        }
        FolderStep.asImageUser(context, plan, resources.imageUser());
        return tar.length / 1024 + " KiB";
    }

    private String start() throws InterruptedException {
        try {
            context.engine.containers().start(containerId);
        } catch (EngineException e) {
            throwWhereGpuWasRefused(e);
            if (StartErrors.blameTheImage(e.reason())) {
                throw launchFailure(e.reason());
            }
            throw e;
        }
        NodeLink link = context.link(plan.name());
        if (!context.request.detached()) {
            link.order("beat");
        }
        Deadline deadline = Deadline.in(context.request.limits().engineCall());
        while (true) {
            NodeEvent event = await(link, deadline, "The node's agent did not start in time");
            switch (event.name()) {
                case "kept" -> overlay.add(new OverlayEntry(event.value("path"), OverlayEntry.Fate.KEPT));
                case "overridden" -> overlay.add(new OverlayEntry(event.value("path"), OverlayEntry.Fate.OVERRIDDEN));
                case "shadowed" -> overlay.add(new OverlayEntry(event.value("path"), OverlayEntry.Fate.SHADOWED));
                case "folders" -> {
                    if (event.number("status") != 0) {
                        throw launchFailure(FolderStep.cause(plan, context.ids.clusterId(), event.value("text")));
                    }
                }
                case "runtime" ->
                    throw launchFailure(
                            "The Databricks Runtime could not be laid over /databricks: " + event.value("text"));
                case "ready" -> {
                    return "";
                }
                case "disconnected" -> {
                    noteLoader();
                    throw launchFailure("The container ended at once: " + deathOf());
                }
                default -> {}
            }
        }
    }

    /** A shell that is there and cannot be executed lacks what every program is started by; that looks like no shell. */
    private void noteLoader() {
        if (LOADERS.stream().noneMatch(loader -> SideBySide.join(context.imageHas(loader, containerId)))) {
            context.note("The image has no loader at [" + LOADERS.get(0) + "].");
        }
    }

    private void throwWhereGpuWasRefused(EngineException e) {
        NodeGpus.refused(e, plan, gpu).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private void initScripts() throws InterruptedException {
        if (context.request.scripts().isEmpty()) {
            context.timeline.skip(plan.name(), Stage.INIT_SCRIPTS, "no init scripts");
            return;
        }
        InitScriptsPhase phase = new InitScriptsPhase(context, plan, archive.logNames(), this::deathOf);
        try {
            stage(Stage.INIT_SCRIPTS, phase::await);
        } finally {
            scripts.addAll(context.request.extras().traceScripts() ? phase.traced(containerId) : phase.runs());
        }
    }

    private NodeEvent await(NodeLink link, Deadline deadline, String lateness) throws InterruptedException {
        Optional<NodeEvent> event = link.next(deadline.left());
        context.checkCancelled();
        return event.orElseThrow(() -> launchFailure(lateness));
    }

    private StageFailure notCreated(String cause) {
        return new StageFailure(Termination.containerCreation(plan.instanceId(), cause));
    }

    private StageFailure launchFailure(String cause) {
        return new StageFailure(Termination.containerLaunch(plan.instanceId(), cause));
    }

    private String deathOf() {
        return Death.of(context, plan.name(), containerId);
    }

    private void console(String line) {
        String masked = context.request.mask().apply(line);
        Recording.at(context.request.recording(context.ids.runId())).console(plan.name(), masked);
        context.listener.console(plan.name(), masked);
    }

    /**
     * The limits of one node.
     *
     * @param nanoCpus processor limit in billionths of a processor
     * @param memoryBytes memory limit in bytes
     * @param imageUser the image's {@code USER}
     */
    record Resources(OptionalLong nanoCpus, OptionalLong memoryBytes, String imageUser) {
        static Resources of(Optional<NodeType> type, int engineCpus, long engineMemory, String imageUser) {
            return new Resources(
                    type.map(node -> OptionalLong.of(Math.min(node.cores(), engineCpus) * 1_000_000_000L))
                            .orElse(OptionalLong.empty()),
                    type.map(node -> OptionalLong.of(Math.min(node.memoryBytes(), engineMemory)))
                            .orElse(OptionalLong.empty()),
                    imageUser);
        }
    }

    /** Time that is left. */
    record Deadline(long endNanos) {
        static Deadline in(Duration limit) {
            return new Deadline(System.nanoTime() + limit.toNanos());
        }

        Duration left() {
            return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
        }
    }
}
