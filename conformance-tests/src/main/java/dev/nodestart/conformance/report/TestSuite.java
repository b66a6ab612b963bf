package dev.nodestart.conformance.report;

import java.time.Duration;
import java.util.List;

/**
 * Test cases of one kind.
 *
 * @param name such as {@code boot} or {@code python}
 * @param cases in order
 */
record TestSuite(String name, List<TestCase> cases) {

    long count(TestCase.Kind kind) {
        return cases.stream().filter(test -> test.kind() == kind).count();
    }

    Duration duration() {
        return cases.stream().map(TestCase::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
