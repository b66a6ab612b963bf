package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reports of a node, as lines (docs/node-protocol.md). */
class NodeEventTests {
    private static NodeEvent parse(String line) {
        return NodeEvent.parse(line).orElseThrow();
    }

    @Test
    void parseWhenLineIsAReportGivesNameAndValues() {
        NodeEvent event = parse("@node\tinit-end\tindex=2\texit=124");

        assertThat(event.name()).isEqualTo("init-end");
        assertThat(event.number("index")).isEqualTo(2);
        assertThat(event.number("exit")).isEqualTo(124);
    }

    @Test
    void parseWhenValueIsEscapedUndoesIt() {
        assertThat(parse("@node\truntime\ttext=a\\tb\\nc\\\\d=e").value("text")).isEqualTo("a\tb\nc\\d=e");
        assertThat(parse("@node\truntime\ttext=ends with \\").value("text")).isEqualTo("ends with \\");
        assertThat(parse("@node\truntime\ttext=\\\\n").value("text")).isEqualTo("\\n");
    }

    @Test
    void parseWhenLineIsTheConsoleIsEmpty() {
        assertThat(NodeEvent.parse("hello")).isEmpty();
        assertThat(NodeEvent.parse("@node ready")).isEmpty();
        assertThat(NodeEvent.parse(" @node\tready")).isEmpty();
    }

    @Test
    void valueWhenKeyIsMissingIsEmptyAndNumberMinusOne() {
        NodeEvent event = parse("@node\tready\tx=\tnot a pair\tn=many");

        assertThat(event.value("x")).isEmpty();
        assertThat(event.value("y")).isEmpty();
        assertThat(event.number("y")).isEqualTo(-1);
        assertThat(event.number("n")).isEqualTo(-1);
        assertThat(event.values()).containsOnlyKeys("x", "n");
    }
}
