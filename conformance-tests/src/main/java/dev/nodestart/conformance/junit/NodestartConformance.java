package dev.nodestart.conformance.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Adds the whole conformance suite to a class with {@link NodestartTest}: one test for every check, grouped by category,
 * and one for every required capability.
 *
 * <p>A check that fails fails its test, with evidence and remedy. A warning passes and is a report entry. A check that
 * is skipped or waived is an aborted test with its reason. A check that could not be evaluated is an error.
 */
public interface NodestartConformance {

    /** The suite. */
    @TestFactory
    default Stream<DynamicNode> conformance(Cluster cluster, TestReporter reporter) {
        cluster.requireRunning();
        return SuiteTests.of(cluster.verify(), reporter::publishEntry);
    }
}
