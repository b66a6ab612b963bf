package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceholdersTests {
    private final Placeholders placeholders = new Placeholders(
            name -> Optional.ofNullable(Map.of("TAG", "1.4", "ODD", "a$b\\c").get(name)));

    @Test
    void fillWhenThereIsAValueTakesIt() {
        assertThat(placeholders.fill("team/etl:${TAG}")).isEqualTo("team/etl:1.4");
        assertThat(placeholders.fill("${TAG:2.0} and ${ODD}")).isEqualTo("1.4 and a$b\\c");
    }

    @Test
    void fillWhenThereIsNoneTakesTheDefaultWithItsColons() {
        assertThat(placeholders.fill("BASE=${BASE:databricksruntime/standard:15.4-LTS}"))
                .isEqualTo("BASE=databricksruntime/standard:15.4-LTS");
        assertThat(placeholders.fill("[${EMPTY:}]")).isEqualTo("[]");
    }

    @Test
    void fillWhenDoubledLeavesThePlaceholderToSomebodyElse() {
        assertThat(placeholders.fill("PATH=/opt/bin:$${PATH}")).isEqualTo("PATH=/opt/bin:${PATH}");
    }

    @Test
    void fillWhenThereIsNeitherSaysHowToGiveOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> placeholders.fill("team/etl:${TAGS}"))
                .withMessage("[TAGS] in [team/etl:${TAGS}] has no value: give it with [-DTAGS=…] or as an environment"
                        + " variable, or write a default: [${TAGS:…}].");
    }
}
