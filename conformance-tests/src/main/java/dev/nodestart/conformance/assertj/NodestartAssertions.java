package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.junit.Cluster;
import dev.nodestart.conformance.junit.Node;

/** Assertions on nodes and clusters; to be imported statically beside AssertJ's own. */
public final class NodestartAssertions {
    private NodestartAssertions() {}

    /** Assertions on a running node. */
    public static NodeAssert assertThat(Node actual) {
        return new NodeAssert(actual);
    }

    /** Assertions on what came of a launch. */
    public static ClusterAssert assertThat(Cluster actual) {
        return new ClusterAssert(actual);
    }
}
