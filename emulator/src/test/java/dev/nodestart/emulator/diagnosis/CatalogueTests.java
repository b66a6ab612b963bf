package dev.nodestart.emulator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTests {
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\{)\\{([a-z]+)\\}");
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\{([a-z]+)\\|[^}]+\\}");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)>");

    private final Catalogue catalogue = Catalogue.builtIn();

    @Test
    void idsGoOnWithoutGap() {
        List<String> ids = catalogue.causes().stream().map(Cause::id).toList();
        long launches = ids.stream().filter(id -> id.startsWith("DCS-")).count();
        List<String> wanted = Stream.concat(
                        numbered("DCS-F%02d", launches), numbered("GPU-F%02d", ids.size() - launches))
                .toList();
        assertThat(ids).isEqualTo(wanted);
        assertThat(launches).isGreaterThanOrEqualTo(43);
        // gpu.md §1.4 has 25 rows
        assertThat(ids.size() - launches).isGreaterThanOrEqualTo(25);
    }

    private static Stream<String> numbered(String form, long count) {
        return LongStream.rangeClosed(1, count).mapToObj(number -> String.format(Locale.ROOT, form, number));
    }

    @Test
    void findGivesTheRow() {
        assertThat(catalogue.find("DCS-F01").orElseThrow().title()).isEqualTo("No virtualenv on the PATH");
        assertThat(catalogue.find("DCS-F00")).isEmpty();
    }

    @Test
    void everyPlaceholderIsAGroupOfEverySign() {
        for (Cause cause : catalogue.causes()) {
            String texts = cause.cause() + cause.fix() + String.join("\n", cause.paste());
            Set<String> wanted = names(PLACEHOLDER, texts);
            wanted.removeAll(Set.of("line", "java"));
            for (Sign sign : cause.signs()) {
                String patterns = sign.all().stream().map(SignPattern::text).collect(Collectors.joining());
                Set<String> given = names(GROUP, patterns);
                given.removeAll(names(WITH_DEFAULT, texts));
                assertThat(given).as(cause.id()).isEqualTo(wanted);
            }
        }
    }

    @Test
    void whatACauseStandsInForIsThereAndIsAnother() {
        List<String> ids = catalogue.causes().stream().map(Cause::id).toList();
        assertThat(catalogue.causes())
                .allSatisfy(
                        cause -> assertThat(cause.insteadOf()).isSubsetOf(ids).doesNotContain(cause.id()));
    }

    @Test
    void everyPatternIsARegularExpression() {
        assertThat(catalogue.causes())
                .flatExtracting(Cause::signs)
                .flatExtracting(Sign::all)
                .allSatisfy(pattern -> assertThat(pattern.pattern().pattern()).isEqualTo(pattern.text()));
    }

    @Test
    void everySignAsksForSomething() {
        assertThat(catalogue.causes())
                .flatExtracting(Cause::signs)
                .noneMatch(sign -> sign.all().isEmpty() && sign.code().isEmpty());
    }

    @Test
    void whatALaunchShowsHasASign() {
        assertThat(catalogue.causes())
                .filteredOn(cause -> cause.detectable() == Cause.Detectable.LAUNCH)
                .allSatisfy(cause -> assertThat(cause.signs()).as(cause.id()).isNotEmpty());
    }

    @Test
    void sentencesEndWithAStop() {
        assertThat(catalogue.causes()).allSatisfy(cause -> {
            assertThat(cause.cause()).endsWith(".");
            assertThat(cause.fix()).endsWith(".");
        });
    }

    @Test
    void spanKeepsLinesApart() {
        LineSpan span = new LineSpan(Optional.of("9"), Optional.of("10.9"));
        assertThat(List.of("8.x", "9.1", "10.4", "11.3", "18", "own"))
                .filteredOn(span::contains)
                .containsExactly("9.1", "10.4", "own");
        assertThat(new LineSpan(Optional.empty(), Optional.empty()).contains("7.3"))
                .isTrue();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
