package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Attachment;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
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
        events.add(NodeEvent.DISCONNECTED);
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
        NodeEvent.parse(line).ifPresentOrElse(events::add, () -> console.accept(line));
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
