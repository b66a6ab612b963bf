package dev.nodestart.emulator.launch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last words with nodes: they tell their logs, and remove what an engine takes long for. */
final class Farewell {
    /** The order to tell the logs. */
    static final String TELL = "tell";

    /** The report that they were told. */
    static final String TOLD = "logs";

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private Farewell() {}

    /** Tells nodes that run that nothing more is asked of them. */
    static void say(Map<String, NodeLink> links) {
        links.values().forEach(link -> {
            link.order(TELL);
            link.order("discard");
        });
    }

    /** What nodes say to {@link #say} until they have done both, or have ended; not for long, since the engine can do without. */
    static Map<String, List<NodeEvent>> hear(Map<String, NodeLink> links) {
        return hear(links, Set.of(TOLD, "discarded"));
    }

    /** The logs of nodes of a launch that failed, as far as there is somebody to tell them. */
    static Map<String, List<NodeEvent>> askForLogs(Map<String, NodeLink> links) {
        Map<String, NodeLink> up = new HashMap<>(links);
        up.values().removeIf(link -> !link.isUp());
        up.values().forEach(link -> link.order(TELL));
        return hear(up, Set.of(TOLD));
    }

    private static Map<String, List<NodeEvent>> hear(Map<String, NodeLink> links, Set<String> last) {
        Map<String, List<NodeEvent>> said = new HashMap<>();
        long end = System.nanoTime() + LIMIT.toNanos();
        links.forEach((node, link) -> said.put(node, link.hear(last, Duration.ofNanos(end - System.nanoTime()))));
        return said;
    }
}
