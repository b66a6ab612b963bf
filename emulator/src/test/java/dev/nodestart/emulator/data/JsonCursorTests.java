package dev.nodestart.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTests {
    private final JsonCursor root = cursor("""
            {"$schema": "x", "a/b": {"list": ["x", 1]}, "day": "2027-08-19", "minus": -1, "empty": ""}
            """);

    @Test
    void readGivesValues() {
        assertThat(root.child("day").date()).isEqualTo("2027-08-19");
        assertThat(root.optional("gone", JsonCursor::text)).isEmpty();
        assertThat(root.child("empty").textOrEmpty()).isEmpty();
        assertThat(root.child("a/b").map(JsonCursor::items)).containsOnlyKeys("list");
    }

    @Test
    void textWhenOtherKindNamesPointer() {
        assertThatThrownBy(() -> root.child("a/b").child("list").list(JsonCursor::text))
                .hasMessage("Data file [f.json] cannot be used: [/a~1b/list/1] must be a text.");
    }

    @Test
    void childWhenMissingSaysSo() {
        assertThatThrownBy(() -> root.child("a/b").child("gone").flag())
                .hasMessage("Data file [f.json] cannot be used: [/a~1b/gone] is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2027-8-19", "2027-02-30", "2027/08/19", "20x7-08-19", "2027-08-19T00"})
    void dateWhenNotADaySaysWhatOneLooksLike(String day) {
        assertThatThrownBy(
                        () -> cursor("{\"day\": \"" + day + "\"}").child("day").date())
                .hasMessage("Data file [f.json] cannot be used: [/day] must be a day such as 2027-08-19.");
    }

    @Test
    void wholeNumberWhenNegativeRefuses() {
        assertThatThrownBy(() -> root.child("minus").wholeNumber())
                .hasMessage("Data file [f.json] cannot be used: [/minus] must be a whole number.");
    }

    @Test
    void objectWhenKeyIsUnknownNamesTheKnownOnes() {
        assertThatThrownBy(() -> root.child("a/b").object(Set.of("lists", "other")))
                .hasMessage("Data file [f.json] cannot be used: [/a~1b/list] is not known here;"
                        + " known are [lists, other].");
    }

    @Test
    void provenanceWhenLetterIsUnknownNamesTheLetters() {
        assertThatThrownBy(() -> Provenance.read(cursor("{\"source\": \"me\", \"confidence\": \"X\"}")))
                .hasMessage("Data file [f.json] cannot be used: [/confidence] must be one of D, S, U, I, R.");
    }

    private static JsonCursor cursor(String text) {
        return JsonCursor.root(
                "f.json", JsonTree.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "f.json"));
    }
}
