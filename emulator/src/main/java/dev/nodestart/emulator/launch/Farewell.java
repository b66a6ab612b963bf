package dev.nodestart.emulator.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The end of nodes that run: they remove what an engine takes long for, and workers tell their logs. */
final class Farewell {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private Farewell() {}

    /** Tells the nodes that nothing more is asked of them. */
    static void say(Map<String, NodeLink> links) {
        links.values().forEach(link -> link.order("discard"));
    }

    /**
     * Waits until the nodes have done so, or have ended; not for long, since the engine can do without.
     *
     * @return what each of them said meanwhile
     */
    static Map<String, List<NodeEvent>> of(Map<String, NodeLink> links) {
        Map<String, List<NodeEvent>> said = new HashMap<>();
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            for (Map.Entry<String, NodeLink> link : links.entrySet()) {
                List<NodeEvent> events = said.computeIfAbsent(link.getKey(), node -> new ArrayList<>());
                Optional<NodeEvent> event;
                do {
                    event = link.getValue().next(Duration.ofNanos(end - System.nanoTime()));
                    event.ifPresent(events::add);
                } while (event.isPresent() && !isLast(event.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return said;
    }

    private static boolean isLast(NodeEvent event) {
        return event.name().equals("discarded") || event.equals(NodeEvent.DISCONNECTED);
    }
}
