package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreFileTests {

    @ParameterizedTest
    @CsvSource({
        "target, target/classes/A.class, true",
        "target, src/target/A.class, false",
        "**/target, src/target/A.class, true",
        "*.md, README.md, true",
        "*.md, docs/README.md, false",
        "**/*.md, docs/a/README.md, true",
        "/build/, build/x, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a.c, abc, false",
        "docs/**, docs/a/b, true"
    })
    void leavesOutAsDockerDoes(String rule, String path, boolean out) {
        assertThat(IgnoreFile.parse(List.of(rule)).leavesOut(path)).isEqualTo(out);
    }

    @Test
    void leavesOutWhenSeveralRulesFitTheLastOneDecides() {
        IgnoreFile file = IgnoreFile.parse(List.of("# all but python", "", "*", "!python", "python/*.pyc"));
        assertThat(file.leavesOut("pom.xml")).isTrue();
        assertThat(file.leavesOut("src/test/A.java")).isTrue();
        assertThat(file.leavesOut("python/etl/__init__.py")).isFalse();
        assertThat(file.leavesOut("python/a.pyc")).isTrue();
    }
}
