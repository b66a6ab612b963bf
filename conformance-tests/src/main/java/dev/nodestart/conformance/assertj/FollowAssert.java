package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.junit.Node;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * An assertion that follows from one on a node.
 *
 * @param <A> itself
 * @param <T> what it is about
 */
public abstract class FollowAssert<A extends FollowAssert<A, T>, T> extends AbstractAssert<A, T> {
    @Nullable
    NodeAssert origin;

    FollowAssert(T actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** What keeps every further assertion from being made, empty where nothing does. */
    abstract Optional<String> problem();

    final void verifyRan() {
        problem().ifPresent(this::fail);
    }

    final void fail(String message) {
        failWithMessage("%s", message);
    }

    /** Goes back to the node. */
    public NodeAssert and() {
        if (origin == null) {
            throw new IllegalStateException("This assertion was not reached from one on a node.");
        }
        return origin;
    }

    static String on(Node node) {
        return "[" + node + "]";
    }
}
