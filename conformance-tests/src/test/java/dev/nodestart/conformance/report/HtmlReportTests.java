package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTests {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6})");

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesGoldenFile(Verifications verification) throws IOException {
        HtmlAssets assets = HtmlAssets.load();
        String page = Golden.written(new HtmlReport(result -> Samples.facts()), verification)
                .replace(assets.style(), "/* report.css */")
                .replace(assets.script(), "/* report.js */")
                .replaceAll("sha256-[A-Za-z0-9+/=]{44}", "sha256");
        Golden.assertMatches(verification.name().toLowerCase(Locale.ROOT) + ".html", page);
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeRefersToNothingElsewhere(Verifications verification) throws IOException {
        assertThat(Golden.written(new HtmlReport(), verification))
                .doesNotContainPattern(
                        "(?i)(src|href|action|data)=\"(?!#|data:,\")[^\"]*\"|@import|url\\(|http-equiv=\"refresh");
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void everyLinkWithinThePageLeadsSomewhere(Verifications verification) throws IOException {
        String page = Golden.written(new HtmlReport(result -> Samples.facts()), verification);
        List<String> targets = groups(Pattern.compile(" href=\"#([^\"]+)\""), page);

        assertThat(targets).isNotEmpty();
        assertThat(groups(Pattern.compile(" id=\"([^\"]+)\""), page))
                .doesNotHaveDuplicates()
                .containsAll(targets);
    }

    @Test
    void policyAllowsExactlyTheStyleAndTheScript() throws Exception {
        HtmlAssets assets = HtmlAssets.load();

        assertThat(HtmlAssets.STYLE_DIGEST).isEqualTo(digest(assets.style()));
        assertThat(HtmlAssets.SCRIPT_DIGEST).isEqualTo(digest(assets.script()));
    }

    @Test
    void stylesAndScriptCannotEndTheirElement() throws IOException {
        HtmlAssets assets = HtmlAssets.load();

        assertThat(assets.style() + assets.script()).doesNotContainIgnoringCase("</s", "<!--");
    }

    /** WCAG 2.2 AA: 4.5 for text, 3 for what is drawn. */
    @ParameterizedTest(name = "{0} {1} on {2}")
    @MethodSource("pairs")
    void colourHasContrast(String scheme, String front, String back, double least) throws IOException {
        String style = HtmlAssets.load().style();
        int dark = style.indexOf("prefers-color-scheme: dark");
        String part = scheme.equals("dark") ? style.substring(dark) : style.substring(0, dark);

        double one = luminance(colour(front, part));
        double two = luminance(colour(back, part));
        assertThat((Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)).isGreaterThanOrEqualTo(least);
    }

    static Stream<Arguments> pairs() {
        Stream<String> texts = Stream.of("ink", "soft", "link", "good", "warn", "bad", "none")
                .flatMap(front -> Stream.of("panel", "page", "sunk").map(back -> front + " " + back + " 4.5"));
        Stream<String> washes = Stream.of("good", "warn", "bad", "none").map(tone -> tone + " " + tone + "-wash 4.5");
        Stream<String> drawn = Stream.of(
                        "edge validate acquire pull create inject start scripts spark running bad".split(" "))
                .map(front -> front + " panel 3");
        List<String> all =
                Stream.of(texts, washes, drawn).flatMap(pairs -> pairs).toList();
        return Stream.of("light", "dark")
                .flatMap(scheme -> all.stream()
                        .map(pair -> pair.split(" "))
                        .map(pair -> Arguments.of(scheme, pair[0], pair[1], Double.parseDouble(pair[2]))));
    }

    private static String digest(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    private static int colour(String name, String style) {
        Matcher matcher = COLOUR.matcher(style);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Integer.parseInt(matcher.group(2), 16);
            }
        }
        throw new AssertionError("The style has no colour [" + name + "].");
    }

    private static double luminance(int colour) {
        return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
    }

    private static double channel(int value) {
        double part = (value & 255) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
