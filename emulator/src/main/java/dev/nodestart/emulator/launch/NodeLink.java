package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Attachment;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The connection to one node's agent: reports come in as events, orders go out as words. */
final class NodeLink implements Closeable {
    private static final int MAX_LINE = 64 * 1024;

    private final Attachment attachment;
    private final BlockingQueue<NodeEvent> events = new LinkedBlockingQueue<>();
    private final Consumer<String> console;
    private final Lines out = new Lines();
    private final Lines err = new Lines();
    private volatile boolean up;
    private volatile boolean ended;

    private NodeLink(Attachment attachment, Consumer<String> console) {
        this.attachment = attachment;
        this.console = console;
    }

    /**
     * Reads the node's output from now on.
     *
     * @param console is given every line that is not a report
     */
    static NodeLink open(Attachment attachment, String node, Consumer<String> console) {
        NodeLink link = new NodeLink(attachment, console);
        Thread reader = new Thread(link::read, "nodestart-" + node);
        reader.setDaemon(true);
        reader.start();
        return link;
    }

    private void read() {
        attachment.readTo((error, bytes) -> (error ? err : out).add(bytes));
        out.flush();
        err.flush();
        ended = true;
        events.add(NodeEvent.DISCONNECTED);
    }

    /** Whether the agent has begun; before it did, there is nothing in the node that is the launch's work. */
    boolean wasUp() {
        return up;
    }

    /** Whether the agent takes orders. */
    boolean isUp() {
        return up && !ended;
    }

    /** Ends whoever waits for a report, as if the connection had ended; it has not. */
    void wake() {
        events.add(NodeEvent.DISCONNECTED);
    }

    /**
     * What the node reports until it has reported everything that is awaited, its connection ends, or time is over.
     *
     * @param awaited names of reports
     */
    List<NodeEvent> hear(Set<String> awaited, Duration limit) {
        List<NodeEvent> heard = new ArrayList<>();
        Set<String> missing = new HashSet<>(awaited);
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!missing.isEmpty()) {
                Optional<NodeEvent> event = next(Duration.ofNanos(end - System.nanoTime()));
                if (event.isEmpty() || (ended && event.get().equals(NodeEvent.DISCONNECTED))) {
                    break;
                }
                heard.add(event.get());
                missing.remove(event.get().name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return heard;
    }

    /** The next report, empty where none came in time. */
    Optional<NodeEvent> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(events.poll(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS));
    }

    /** Gives the agent an order. */
    void order(String word) {
        attachment.send(word + "\n");
    }

    @Override
    public void close() {
        attachment.close();
    }

    private void line(String line) {
        NodeEvent.parse(line).ifPresentOrElse(this::reported, () -> console.accept(line));
    }

    private void reported(NodeEvent event) {
        up |= event.name().equals("up");
        events.add(event);
    }

    /** Cuts a stream of pieces into lines. */
    private final class Lines {
        private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

        void add(byte[] bytes) {
            for (byte b : bytes) {
                if (b == '\n') {
                    flush();
                } else if (rest.size() < MAX_LINE) {
                    rest.write(b);
                }
            }
        }

        void flush() {
            if (rest.size() > 0) {
                String text = rest.toString(StandardCharsets.UTF_8);
                rest.reset();
                line(text);
            }
        }
    }
}
