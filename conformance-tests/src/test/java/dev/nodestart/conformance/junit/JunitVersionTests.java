package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The build runs this package's tests twice: on the JUnit that they are compiled against, and on the next one. */
class JunitVersionTests {

    @Test
    void theseTestsRunOnTheVersionThatTheBuildSays() {
        assertThat(Test.class.getPackage().getImplementationVersion())
                .startsWith(System.getProperty("nodestart.junit", "5") + ".");
    }
}
