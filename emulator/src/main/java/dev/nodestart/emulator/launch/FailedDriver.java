package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.node.EngineNode;
import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.emulator.node.NodeSession;
import dev.nodestart.emulator.node.RunningNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The driver of a cluster that did not start. Its first script brings the logs along: a trip to a node costs more than all
 * that it is asked for, and the logs as archives of the engine cost a trip for each folder.
 */
final class FailedDriver implements RunningNode {
    private static final String MARK = "\n@nodestart logs@\n";

    /** The image may have no tar; then there is nothing behind the mark, and the engine is asked for the logs. */
    private static final String LOGS = """

            printf '\\n@nodestart logs@\\n'
            cd /databricks && {
                set --
                for ns_logs in init_scripts driver/logs spark/logs; do
                    [ -d "$ns_logs" ] && set -- "$@" "$ns_logs"
                done
                tar -cf - "$@" | head -c 16777216
            } 2>/dev/null
            """;

    private final EngineNode node;
    private final Consumer<InputStream> logs;
    private boolean asked;

    /** The logs' archive is given to whoever keeps them; it may be cut off. */
    FailedDriver(EngineNode node, Consumer<InputStream> logs) {
        this.node = node;
        this.logs = logs;
    }

    @Override
    public NodeSession session() {
        return node.session();
    }

    @Override
    public NodeOutput sh(String script, Duration limit) {
        if (asked) {
            return node.sh(script, limit);
        }
        asked = true;
        NodeOutput output = node.sh(script + LOGS, limit, StandardCharsets.ISO_8859_1);
        int mark = output.stdout().indexOf(MARK);
        String said = mark < 0 ? output.stdout() : output.stdout().substring(0, mark);
        if (mark >= 0 && output.complete()) {
            logs.accept(new ByteArrayInputStream(
                    output.stdout().substring(mark + MARK.length()).getBytes(StandardCharsets.ISO_8859_1)));
        }
        return new NodeOutput(text(said), text(output.stderr()), output.complete());
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        node.close();
    }
}
