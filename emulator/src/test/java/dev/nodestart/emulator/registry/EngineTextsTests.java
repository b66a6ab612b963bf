package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineTextsTests {

    /** One line of the test resource. */
    record Text(String origin, int status, PullFailureKind kind, String text) {
        static Text parse(String line) {
            String[] fields = line.split("\t");
            return new Text(fields[0], Integer.parseInt(fields[1]), PullFailureKind.valueOf(fields[2]), fields[3]);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void classifyKnowsWhatEnginesReallySaid(Text text) {
        assertThat(EngineTexts.classify(text.status(), text.text())).isEqualTo(text.kind());
    }

    static Stream<Text> texts() throws IOException {
        try (InputStream in = Objects.requireNonNull(EngineTextsTests.class.getResourceAsStream("engine-texts.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Text::parse);
        }
    }
}
