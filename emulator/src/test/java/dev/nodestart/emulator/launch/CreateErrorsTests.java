package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom an engine's refusal to create a container blames. */
class CreateErrorsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    400 | invalid environment variable: =x
                    500 | cannot mount volume over existing file, file exists /x/overlay2/12ab/merged/etc/passwd
                    500 | Cannot mkdir: /etc/passwd is not a directory
                    500 | lstat /x/overlay2/12ab/merged/etc/passwd/x: not a directory
                    """)
    void blameTheImageWhenItAsksForWhatCannotBe(int status, String reason) {
        assertThat(CreateErrors.blameTheImage(status, reason)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkdir /var/lib/docker/overlay2/x: no space left on device", "layer does not exist"})
    void blameTheImageWhenTheEngineIsInTroubleIsFalse(String reason) {
        assertThat(CreateErrors.blameTheImage(500, reason)).isFalse();
    }

    @Test
    void wordsNamePathsAsTheImageDoes() {
        assertThat(CreateErrors.words("cannot mount volume over existing file, file exists"
                        + " /var/lib/docker/overlay2/121a4b4bec0e/merged/etc/passwd"))
                .isEqualTo("cannot mount volume over existing file, file exists /etc/passwd");
    }

    @Test
    void isRootAmongKnowsOtherSpellings() {
        assertThat(CreateErrors.isRootAmong(List.of("/data", "//"))).isTrue();
        assertThat(CreateErrors.isRootAmong(List.of("/data", "/.cache"))).isFalse();
        assertThat(CreateErrors.isRootAmong(List.of())).isFalse();
    }
}
