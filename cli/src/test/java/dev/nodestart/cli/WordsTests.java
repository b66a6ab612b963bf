package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small words and numbers for people. */
class WordsTests {

    @ParameterizedTest
    @CsvSource({"90,90", "90s,90", "5m,300", "5 min,300", "2h,7200"})
    void timeLimitReadsSecondsMinutesAndHours(String text, long seconds) {
        assertThat(TimeLimit.parse("--timeout", text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1d", "soon", "1.5h"})
    void timeLimitWhenItIsNoneNamesFlagAndValue(String text) {
        assertThatThrownBy(() -> TimeLimit.parse("--timeout", text))
                .hasMessage("--timeout: [" + text
                        + "] is not a time. Write seconds, or a number with s, m or h, such as [90s].");
    }

    @ParameterizedTest
    @CsvSource({"-5,0 s", "59,59 s", "119,119 s", "120,2 min", "7199,119 min", "7200,2 h", "172800,2 days"})
    void ageHasOneUnit(long seconds, String text) {
        assertThat(Age.text(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void countsLeaveOutWhatIsNot() {
        assertThat(Counts.text(2, 1, 0, 0)).isEqualTo("2 containers, 1 network");
        assertThat(Counts.text(0, 0, 2, 1)).isEqualTo("2 volumes, 1 image");
        assertThat(Counts.text(0, 0, 0, 0)).isEmpty();
    }

    @Test
    void fieldsStandBelowEachOther() {
        Fields fields = new Fields();
        fields.put("short", "one\ntwo");
        fields.put("much longer", "");

        assertThat(fields.lines()).containsExactly("short        one", "             two", "much longer  -");
    }

    @Test
    void sizeReadsWhatSttyPrints() {
        assertThat(LocalTerminal.Size.parse("24 80\n")).contains(new LocalTerminal.Size(24, 80));
        assertThat(LocalTerminal.Size.parse("0 0")).isEmpty();
        assertThat(LocalTerminal.Size.parse("")).isEmpty();
    }

    @Test
    void runNamesWhenExactBeatsTheBeginning() {
        assertThat(RunNames.find("ab", List.of("abc", "ab"), List::of)).contains("ab");
        assertThat(RunNames.find("", List.of("abc"), List::of)).isEmpty();
        assertThat(RunNames.find("x", List.of("1-x", "2-y"), List::of)).isEqualTo(Optional.of("1-x"));
    }
}
