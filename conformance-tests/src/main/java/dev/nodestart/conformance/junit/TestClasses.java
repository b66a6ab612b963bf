package dev.nodestart.conformance.junit;

import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** What test classes say. */
final class TestClasses {
    private TestClasses() {}

    /** The annotation of a class itself or of those that it extends; a nested class lives in its outer one's launch. */
    static Optional<NodestartTest> wantedBy(Class<?> type) {
        return AnnotationSupport.findAnnotation(type, NodestartTest.class);
    }
}
