package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.junit.Cluster;
import dev.nodestart.conformance.junit.Node;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;

/** The assertions of {@link NodestartAssertions}, collected: {@code assertAll()} throws all failures at once. */
public class NodestartSoftAssertions extends AbstractSoftAssertions {

    /** Makes assertions and throws all failures at the end. */
    public static void assertSoftly(Consumer<NodestartSoftAssertions> assertions) {
        NodestartSoftAssertions softly = new NodestartSoftAssertions();
        assertions.accept(softly);
        softly.assertAll();
    }

    /** Assertions on a running node. */
    public NodeAssert assertThat(Node actual) {
        NodeAssert proxy = proxy(NodeAssert.class, Node.class, actual);
        proxy.follow = new Collected();
        return proxy;
    }

    /** Assertions on what came of a launch. */
    public ClusterAssert assertThat(Cluster actual) {
        return proxy(ClusterAssert.class, Cluster.class, actual);
    }

    private final class Collected implements Follow {
        @Override
        public <A extends FollowAssert<A, T>, T> A on(Class<A> type, A plain, Class<T> of, T actual) {
            try {
                plain.verifyRan();
            } catch (AssertionError e) {
                collectAssertionError(e);
            }
            return proxy(type, of, actual);
        }
    }
}
