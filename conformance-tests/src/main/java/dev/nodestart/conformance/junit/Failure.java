package dev.nodestart.conformance.junit;

import org.opentest4j.AssertionFailedError;

/** Failures of an image: no line of Java is to blame, so none is shown. */
final class Failure {
    private static final StackTraceElement[] NONE = {};

    private Failure() {}

    static AssertionFailedError of(String message) {
        AssertionFailedError failure = new AssertionFailedError(message);
        failure.setStackTrace(NONE);
        return failure;
    }

    /** The harness or a check failed, not the image. */
    static IllegalStateException harness(String message) {
        IllegalStateException failure = new IllegalStateException(message);
        failure.setStackTrace(NONE);
        return failure;
    }
}
