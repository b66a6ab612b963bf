package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTests {

    @Test
    void plainKeepsWhatIsHarmless() {
        String text = "a\tb\nc äß 漢 🚀 \u00a0";

        assertThat(Text.plain(text)).isEqualTo(text);
    }

    @Test
    void plainDropsTerminalSequences() {
        assertThat(Text.plain("\u001b[1;31mred\u001b[0m \u001b[2Kend")).isEqualTo("red end");
        assertThat(Text.plain("cut \u001b[3")).isEqualTo("cut ");
        assertThat(Text.plain("lone \u001b")).isEqualTo("lone ");
    }

    @Test
    void plainDropsControlCharactersAndMendsHalfPairs() {
        assertThat(Text.plain("a\u0000b\u0007c\u009bd\u007fe")).isEqualTo("abcde");
        assertThat(Text.plain("x\ud83dy\udc00z\uffff\ufffe")).isEqualTo("x\ufffdy\ufffdz\ufffd\ufffd");
    }

    @Test
    void plainMakesLineFeedsOfAllLineEnds() {
        assertThat(Text.plain("a\r\nb\rc\n")).isEqualTo("a\nb\nc\n");
    }

    @Test
    void mendedMarksHalvesOfPairsOnly() {
        assertThat(Text.mended("a\ud83d b\udc00 🚀\u0000\ud83d")).isEqualTo("a\ufffd b\ufffd 🚀\u0000\ufffd");
        assertThat(Text.mended("🚀 ä")).isEqualTo("🚀 ä");
    }

    @Test
    void oneLineHasNoLineEnd() {
        assertThat(Text.oneLine(" a\r\nb\tc\n")).isEqualTo("a b c");
    }

    @Test
    void paddedAndRightAlignedNeverCut() {
        assertThat(Text.padded("ab", 4) + "|" + Text.padded("abc", 2)).isEqualTo("ab  |abc");
        assertThat(Text.rightAligned("ab", 4) + "|" + Text.rightAligned("abc", 2))
                .isEqualTo("  ab|abc");
    }

    @Test
    void countTellsOneFromMany() {
        assertThat(Text.count(1, "check") + ", " + Text.count(2, "check")).isEqualTo("1 check, 2 checks");
    }
}
