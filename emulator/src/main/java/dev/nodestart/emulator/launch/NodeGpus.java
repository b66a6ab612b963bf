package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.engine.GpuInjection;
import dev.nodestart.emulator.gpu.GpuChoice;
import dev.nodestart.emulator.gpu.GpuOffer;
import dev.nodestart.emulator.gpu.GpuRefusal;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.model.GpuWay;
import dev.nodestart.emulator.runtime.NodeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides how the nodes of one launch get their GPUs, once for each wish. */
final class NodeGpus {
    private final LaunchContext context;
    private final Optional<EngineInfo> machine;
    private final LaunchBook book;
    private final Map<GpuRequest, GpuInjection> decided = new HashMap<>();

    /** The engine's machine is needed for nodes with GPUs only. */
    NodeGpus(LaunchContext context, Optional<EngineInfo> machine, LaunchBook book) {
        this.context = context;
        this.machine = machine;
        this.book = book;
    }

    GpuInjection of(Optional<NodeType> type) {
        GpuWish wish = context.request.extras().gpu();
        Optional<GpuRequest> asked = wish.of(type.map(NodeType::gpus).orElse(0));
        if (asked.isEmpty() || machine.isEmpty()) {
            return GpuInjection.NONE;
        }
        GpuInjection known = decided.get(asked.get());
        if (known != null) {
            return known;
        }
        GpuOffer offer = EngineOffer.of(context.engine, machine.get(), wish);
        GpuRequest request = wish.request().isPresent() ? asked.get() : fitting(asked.get(), offer, type);
        GpuChoice choice = GpuChoice.of(request, wish.way(), offer, this::trial);
        decided.put(asked.get(), choice.injection());
        book.gpu(choice.access());
        if (choice.access().way().isEmpty()) {
            book.note("The nodes start without a GPU: " + choice.access().meaning());
        }
        return choice.injection();
    }

    /** A node type may have more GPUs than this machine, as it may have more cores. */
    private GpuRequest fitting(GpuRequest asked, GpuOffer offer, Optional<NodeType> type) {
        OptionalInt here = offer.gpus();
        if (asked instanceof GpuRequest.Count count && here.isPresent() && here.getAsInt() < count.number()) {
            book.note("Approximated: node type [" + type.map(NodeType::id).orElse("") + "] has " + count.number()
                    + " GPUs, this engine's machine has " + here.getAsInt() + ".");
            return new GpuRequest.Count(here.getAsInt());
        }
        return asked;
    }

    /** Starts a container that ends at once: only its start tells whether the engine has the way. */
    private Optional<String> trial(GpuWay way, GpuInjection injection) {
        ContainerRequest request = ContainerRequest.once(
                        "nodestart-" + context.ids.clusterId() + "-gpu-" + way.reportName(),
                        context.image.id(),
                        "0:0",
                        List.of("/bin/true"),
                        Labels.with(context.labels, "gpu-trial"))
                .with(fittings -> fittings.withGpu(injection));
        Optional<String> container = Optional.empty();
        try {
            container = Optional.of(context.engine.containers().create(request));
            context.engine.containers().start(container.get());
            return Optional.empty();
        } catch (EngineException e) {
            return GpuRefusal.of(e.reason())
                    .filter(refusal -> refusal.blame() == GpuRefusal.Blame.HOST)
                    .map(refusal -> refusal.cause() + " " + refusal.fix());
        } finally {
            container.ifPresent(context.engine.containers()::remove);
        }
    }

    /** What an engine's refusal is, of a container that was to get a GPU: the image's fault, or none of its. */
    static Optional<RuntimeException> refused(EngineException e, NodePlan plan, GpuInjection injection) {
        if (injection.isEmpty()) {
            return Optional.empty();
        }
        if (e.reason().contains("bind source path does not exist")
                && injection.mounts().stream().anyMatch(mount -> e.reason().contains(mount.source()))) {
            return Optional.of(new HarnessException("The engine does not see the GPU driver's files: " + e.reason()
                    + ". It runs on another machine, or in one of its own."));
        }
        return GpuRefusal.of(e.reason())
                .map(refusal -> refusal.blame() == GpuRefusal.Blame.IMAGE
                        ? new StageFailure(Termination.containerLaunch(plan.instanceId(), e.reason()))
                        : new HarnessException("The engine gave the node [" + plan.name() + "] no GPU. "
                                + refusal.cause() + " " + refusal.fix() + " The engine said: " + e.reason()));
    }
}
