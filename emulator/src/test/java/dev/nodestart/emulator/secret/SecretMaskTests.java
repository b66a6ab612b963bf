package dev.nodestart.emulator.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTests {
    private static final String TRICKY = "pä\"ss\\w'o rd<&>/+?=~*!";

    private static SecretMask mask(String... values) {
        return SecretMask.of(List.of(values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hunter2                     | [REDACTED]
            a hunter2, b                | a [REDACTED], b
            xhunter2x                   | x[REDACTED]x
            hunter2hunter2              | [REDACTED][REDACTED]
            hunter                      | hunter
            hunhunter2                  | hun[REDACTED]
            'hunter2'                   | [REDACTED]
            Hunter2                     | Hunter2
            """)
    void maskHidesTheValueWherever(String text, String shown) {
        assertThat(mask("hunter2").mask(text)).isEqualTo(shown);
    }

    @Test
    void maskHidesEveryEncodedForm() {
        SecretMask mask = mask(TRICKY);
        byte[] bytes = TRICKY.getBytes(UTF_8);

        assertThat(List.of(
                        TRICKY,
                        new String(JsonStringEncoder.getInstance().quoteAsString(TRICKY)),
                        TRICKY.replace("\\", "\\\\").replace("\"", "\\\"").replace("ä", "\\u00e4"),
                        URLEncoder.encode(TRICKY, UTF_8),
                        URLEncoder.encode(TRICKY, UTF_8).replace("+", "%20"),
                        Pattern.compile("%..")
                                .matcher(URLEncoder.encode(TRICKY, UTF_8))
                                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT)),
                        Base64.getEncoder().encodeToString(bytes),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().encodeToString(bytes),
                        TRICKY.replace("'", "'\\''")))
                .allSatisfy(form -> assertThat(mask.mask("<" + form + ">")).isEqualTo("<[REDACTED]>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "use", "user", "user1"})
    void maskHidesAPasswordInBasicAuthentication(String user) {
        String password = "correct-horse";
        String header = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        String open = Base64.getEncoder().encodeToString((user + ":").getBytes(UTF_8));

        String shown = mask(password).mask(header);

        assertThat(shown).contains("[REDACTED]");
        assertThat(shown.length() - "[REDACTED]".length()).isLessThanOrEqualTo(open.length());
    }

    @Test
    void maskHidesAPasswordInsideOfALongerBase64Text() {
        String json = "{\"username\":\"me\",\"password\":\"correct-horse\",\"email\":\"\"}";
        for (int shift = 0; shift < 3; shift++) {
            String text = Base64.getEncoder().encodeToString((" ".repeat(shift) + json).getBytes(UTF_8));
            String shown = mask("correct-horse").mask(text);

            assertThat(shown).contains("[REDACTED]").hasSizeLessThan(text.length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hun\nter2", "hunter\r\n2", "h\nu\nn\nt\ne\nr\n2"})
    void maskHidesAValueThatALineEndBreaks(String text) {
        assertThat(mask("hunter2").mask("a " + text + "\nb")).isEqualTo("a [REDACTED]\nb");
    }

    @Test
    void maskHidesAValueOfSeveralLinesAsAWholeAndLineByLine() {
        String key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END KEY-----";
        SecretMask mask = mask(key);

        assertThat(mask.mask("[" + key + "]")).isEqualTo("[[REDACTED]]");
        assertThat(mask.mask("[" + key.replace("\n", "\\n") + "]")).isEqualTo("[[REDACTED]]");
        assertThat(mask.mask("+ echo kqhkiG9w0BAQEF\n")).isEqualTo("+ echo [REDACTED]\n");
        assertThat(mask.mask("-----BEGIN KEY-----\nother")).isEqualTo("-----BEGIN KEY-----\nother");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pw abc!       | pw [REDACTED]!
            abc           | [REDACTED]
            abcd          | abcd
            xabc          | xabc
            _abc abc_     | _abc abc_
            abc/abc       | [REDACTED]/[REDACTED]
            """)
    void maskHidesAShortValueOnlyAsAWord(String text, String shown) {
        assertThat(mask("abc").mask(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "     ", "\n\n\n\n\n"})
    void maskPassesOverBlankValues(String value) {
        assertThat(mask(value).isEmpty()).isTrue();
        assertThat(mask(value).mask("a     b\n\n\n\n\n")).isEqualTo("a     b\n\n\n\n\n");
    }

    @Test
    void maskTakesTheLongestOfSeveralValues() {
        assertThat(mask("abcd", "abcdef", "cdefgh").mask("abcdefgh abcd cdefgh"))
                .isEqualTo("[REDACTED]gh [REDACTED] [REDACTED]");
    }

    @Test
    void streamGivesTheSameHoweverTheTextIsCut() {
        SecretMask mask = mask("hunter2", "abc", TRICKY);
        String text = "a hunter2 hunt abc xabc " + TRICKY + "\nhunt\ner2 "
                + Base64.getEncoder().encodeToString(("u:" + TRICKY).getBytes(UTF_8)) + " hunter";
        String whole = mask.mask(text);

        for (int cut = 0; cut <= text.length(); cut++) {
            SecretMask.Stream stream = mask.stream();
            assertThat(stream.accept(text.substring(0, cut)) + stream.accept(text.substring(cut)) + stream.finish())
                    .isEqualTo(whole);
        }
        SecretMask.Stream stream = mask.stream();
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(stream.accept(Character.toString(c))));
        assertThat(shown.append(stream.finish()).toString()).isEqualTo(whole);
    }

    @Test
    void streamShowsAtOnceWhatCannotBeASecret() {
        SecretMask.Stream stream = mask("hunter2").stream();

        assertThat(stream.accept("progress 5 %\n")).isEqualTo("progress 5 %\n");
        assertThat(stream.accept("hun")).isEmpty();
        assertThat(stream.accept("gry")).isEqualTo("hungry");
        assertThat(stream.accept("hunter")).isEmpty();
        assertThat(stream.accept("2 ")).isEqualTo("[REDACTED] ");
        assertThat(stream.accept("h")).isEmpty();
        assertThat(stream.finish()).isEqualTo("h");
    }

    @Test
    void maskNeverLeavesAValueInRandomText() {
        Random random = new Random(2);
        for (int round = 0; round < 2_000; round++) {
            String value = word(random, 4 + random.nextInt(12));
            String text = word(random, random.nextInt(30)) + value + word(random, random.nextInt(30));

            assertThat(mask(value).mask(text)).doesNotContain(value).contains("[REDACTED]");
        }
    }

    @Test
    void noneHidesNothing() {
        assertThat(SecretMask.none().mask("hunter2")).isEqualTo("hunter2");
        assertThat(SecretMask.none().stream().accept("hunter2")).isEqualTo("hunter2");
    }

    @Test
    void toStringHidesValues() {
        assertThat(mask("hunter2").toString()).isEqualTo("SecretMask");
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("aab\"\\ %c".charAt(random.nextInt(8)));
        }
        return word.isEmpty() || word.toString().isBlank() ? "abab" : word.toString();
    }
}
