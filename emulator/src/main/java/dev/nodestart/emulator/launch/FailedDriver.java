package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.emulator.node.NodeSession;
import dev.nodestart.emulator.node.RunningNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The driver of a cluster that did not start. Its agent answers on the stream that it has reported on all the time, in a few
 * milliseconds; an exec takes an engine 70 of them, and more while it starts another. The first script brings the logs along.
 */
final class FailedDriver implements RunningNode {
    /** An agent that a script has hurt does not answer at all. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private final NodeLink agent;
    private final RunningNode container;
    private final Consumer<List<NodeEvent>> logs;
    private boolean asked;

    /**
     * Opens nothing yet.
     *
     * @param container asked where the agent does not answer
     * @param logs is given what the agent tells of them
     */
    FailedDriver(NodeLink agent, RunningNode container, Consumer<List<NodeEvent>> logs) {
        this.agent = agent;
        this.container = container;
        this.logs = logs;
    }

    @Override
    public NodeSession session() {
        return container.session();
    }

    @Override
    public NodeOutput sh(String script, Duration limit) {
        String end = "end-" + UUID.randomUUID();
        agent.order("ask " + end + "\n" + script + "\n" + end);
        Set<String> awaited = Set.of("answered");
        if (!asked) {
            agent.order(Farewell.TELL);
            awaited = Set.of("answered", Farewell.TOLD);
        }
        List<NodeEvent> heard = agent.hear(awaited, limit.compareTo(LONG) < 0 ? limit : LONG);
        if (!asked) {
            asked = true;
            logs.accept(heard);
        }
        boolean whole =
                heard.stream().anyMatch(event -> event.name().equals("answered") && event.number("status") == 0);
        if (!whole) {
            return container.sh(script, limit);
        }
        String answer = heard.stream()
                .filter(event -> event.name().equals("answer"))
                .map(event -> event.value("text"))
                .collect(Collectors.joining());
        return new NodeOutput(answer, "", true);
    }

    @Override
    public void close() {
        container.close();
    }
}
