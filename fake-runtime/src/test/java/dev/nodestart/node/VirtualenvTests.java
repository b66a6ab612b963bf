package dev.nodestart.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class VirtualenvTests {

    @Test
    void builderGivesNoOptionThatANewerVirtualenvRefuses() {
        ProcessBuilder builder = Virtualenv.builder(new File("/folder"), new File("/log"), "python");

        assertThat(builder.command()).containsExactly("virtualenv", "--no-download", "--no-setuptools", "python");
        assertThat(builder.environment()).containsEntry("VIRTUALENV_NO_WHEEL", "true");
        assertThat(builder.directory()).isEqualTo(new File("/folder"));
    }
}
