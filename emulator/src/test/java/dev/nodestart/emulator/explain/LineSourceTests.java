package dev.nodestart.emulator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSourceTests {

    @Test
    void nextTakesTheLineEndsOfAllSystems() throws IOException {
        assertThat(lines("a\nb\r\nc\rd\n\r\n\ne")).containsExactly("a", "b", "c", "d", "", "", "e");
    }

    @Test
    void nextOfALongLineIsItsBeginning() throws IOException {
        List<String> lines = lines("x".repeat(200_000) + "\nend");

        assertThat(lines).containsExactly("x".repeat(LineSource.LONGEST), "end");
    }

    @Test
    void nextOfNothingIsNothing() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    private static List<String> lines(String text) throws IOException {
        LineSource source = new LineSource(new StringReader(text));
        List<String> lines = new ArrayList<>();
        for (CharSequence line = source.next(); line != null; line = source.next()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
