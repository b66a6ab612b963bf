package dev.nodestart.conformance.report;

import java.time.Duration;

/**
 * A test case as CI servers know it.
 *
 * @param group what it belongs to, such as {@code boot.driver} or {@code python}
 * @param name stable from run to run, so that a CI server can show its history
 * @param duration how long it took
 * @param kind how it ended
 * @param message one sentence: why it did not pass, empty where it did
 * @param details lines that explain it, or that are worth reading although it passed
 */
record TestCase(String group, String name, Duration duration, Kind kind, String message, String details) {

    /** The endings that CI servers tell apart. */
    enum Kind {
        PASSED,
        FAILED,
        ERROR,
        SKIPPED
    }
}
