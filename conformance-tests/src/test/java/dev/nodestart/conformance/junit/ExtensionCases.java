package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.junit.NodestartTest.Lifecycle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Run by {@link ExtensionIT} and {@link ExtensionTests}. */
final class ExtensionCases {
    static final String JAVA = "JNAME=java-17-openjdk-amd64";

    private ExtensionCases() {}

    @Execution(ExecutionMode.CONCURRENT)
    @NodestartTest(image = "${test.image}", dbr = "15.4", env = ExtensionCases.JAVA, lifecycle = Lifecycle.PER_METHOD)
    static class PerMethod {
        @Test
        void first(Node node, TestReporter reporter) {
            leavesATrace(node, reporter);
        }

        @Test
        void second(Node node, TestReporter reporter) {
            leavesATrace(node, reporter);
        }

        private static void leavesATrace(Node node, TestReporter reporter) {
            assertThat(node.bash("test -e /tmp/trace").exitCode()).isEqualTo(1);
            assertThat(node.bash("touch /tmp/trace").exitCode()).isZero();
            reporter.publishEntry("run", node.launch().runId());
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @NodestartTest(image = "${test.image}", dbr = "15.4", env = ExtensionCases.JAVA, share = "one")
    static class SharedFirst {
        @Test
        @Execution(ExecutionMode.CONCURRENT)
        void first(Node node, TestReporter reporter) {
            reporter.publishEntry("run", node.launch().runId());
        }

        @Test
        @Execution(ExecutionMode.CONCURRENT)
        void second(Node node, TestReporter reporter) {
            reporter.publishEntry("run", node.launch().runId());
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @NodestartTest(image = "${test.image}", dbr = "15.4", env = ExtensionCases.JAVA, share = "one")
    static class SharedSecond {
        @BeforeAll
        static void before(Cluster cluster, TestReporter reporter) {
            reporter.publishEntry("run", cluster.launch().runId());
        }

        @Test
        void third(Node node, TestReporter reporter) {
            reporter.publishEntry("run", node.launch().runId());
        }
    }

    @NodestartTest(image = "${test.image}", dbr = "14.3", env = ExtensionCases.JAVA, share = "one")
    static class SharedOtherwise {
        @Test
        void never(Node node) {
            throw new AssertionError("It was started: " + node);
        }
    }

    @NodestartTest(dockerfile = "${test.dockerfile}", dbr = "15.4")
    static class Built {
        @Test
        void runs(Node node) {
            assertThat(node.bash("cat /etc/built").stdout()).isEqualTo("yes\n");
        }
    }

    @NodestartTest(image = "${test.image}", dbr = "15.4", env = ExtensionCases.JAVA, mustStart = false)
    static class MayFail {
        @Test
        void whatCameOfItCanBeLookedAt(Cluster cluster) {
            assertThat(cluster.isRunning()).isFalse();
            assertThat(cluster.launch().termination()).isPresent();
        }
    }

    @NodestartTest(dbr = "15.4")
    static class WithoutImage {
        @Test
        void never() {
            throw new AssertionError("It was run.");
        }
    }

    @NodestartTest(image = "${no.such.name}")
    static class WithoutValue {
        @Test
        void never() {
            throw new AssertionError("It was run.");
        }
    }
}
