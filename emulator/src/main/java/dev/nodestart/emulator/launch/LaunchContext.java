package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.NodeInfo;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;

/** What the nodes of one launch share. */
final class LaunchContext {
    final LaunchRequest request;
    final RunIds ids;
    final Engine engine;
    final Clock clock;
    final LaunchListener listener;
    final Timeline timeline;
    final ClusterEvents events;
    final Map<String, String> labels;
    final ClusterNetwork network;
    final String driverIp;
    final ImageInfo image;
    final Set<String> notes;

    private final Map<String, NodeLink> links = new ConcurrentHashMap<>();
    private final Map<String, NodeInfo> nodes = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> registrations = new ConcurrentHashMap<>();
    private final Set<String> registered = new ConcurrentSkipListSet<>();
    private final Map<String, CompletableFuture<Boolean>> paths = new ConcurrentHashMap<>();
    private volatile boolean cancelled;

    LaunchContext(
            LaunchRequest request,
            RunIds ids,
            Engine engine,
            Clock clock,
            LaunchListener listener,
            Timeline timeline,
            ClusterEvents events,
            Map<String, String> labels,
            ClusterNetwork network,
            ImageInfo image,
            Set<String> notes) {
        this.request = request;
        this.ids = ids;
        this.engine = engine;
        this.clock = clock;
        this.listener = listener;
        this.timeline = timeline;
        this.events = events;
        this.labels = labels;
        this.network = network;
        this.driverIp = network.address(0);
        this.image = image;
        this.notes = notes;
    }

    static Set<String> newNotes() {
        return new ConcurrentSkipListSet<>();
    }

    void note(String sentence) {
        if (notes.add(sentence)) {
            listener.note(sentence);
        }
    }

    void created(NodeInfo node) {
        nodes.put(node.name(), node);
        listener.nodeCreated(node);
    }

    Map<String, NodeInfo> nodes() {
        return Map.copyOf(nodes);
    }

    void linked(String node, NodeLink link) {
        links.put(node, link);
        if (cancelled) {
            link.wake();
        }
    }

    /** By the nodes' names. */
    Map<String, NodeLink> links() {
        return new HashMap<>(links);
    }

    NodeLink link(String node) {
        NodeLink link = links.get(node);
        if (link == null) {
            throw new HarnessException("The node [" + node + "] has no connection.");
        }
        return link;
    }

    /** Whether the image has a path: asked once, in the container that comes first, since all are of one image. */
    CompletableFuture<Boolean> imageHas(String path, String containerId) {
        return paths.computeIfAbsent(
                path, asked -> SideBySide.begin(() -> engine.containers().pathExists(containerId, asked)));
    }

    /** Opened when the master has the worker at this address. */
    CountDownLatch registration(String ip) {
        return registrations.computeIfAbsent(ip, key -> new CountDownLatch(1));
    }

    /** The master has this worker. */
    void registered(String ip) {
        registration(ip).countDown();
        registered.add(ip);
    }

    int registeredWorkers() {
        return registered.size();
    }

    /** Ends every wait: the launch failed elsewhere or was interrupted. The nodes can still be spoken to. */
    void cancel() {
        cancelled = true;
        links.values().forEach(NodeLink::wake);
        registrations.values().forEach(CountDownLatch::countDown);
    }

    /** Ends the connections, and every wait. */
    void close() {
        cancel();
        links.values().forEach(NodeLink::close);
    }

    void checkCancelled() {
        if (cancelled) {
            throw new LaunchCancelledException();
        }
    }
}
