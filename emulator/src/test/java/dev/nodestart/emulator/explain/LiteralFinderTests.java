package dev.nodestart.emulator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiteralFinderTests {

    @Test
    void inFindsTextsThatOverlapInAnyCase() {
        LiteralFinder finder = new LiteralFinder();
        finder.add("she", 0);
        finder.add("hers", 1);
        finder.add("he", 2);
        finder.add("his", 3);

        assertThat(found(finder, "uSHErs")).containsExactly(0, 1, 2);
        assertThat(found(finder, "h\u00e9rs")).isEmpty();
    }

    @Test
    void inGivesWhatIsAlwaysTried() {
        LiteralFinder finder = new LiteralFinder();
        finder.add("some", 0);
        finder.addAlways(7);

        assertThat(found(finder, "nothing")).containsExactly(7);
    }

    private static int[] found(LiteralFinder finder, String line) {
        IntStream numbers = finder.in(line).stream();
        return numbers.toArray();
    }
}
