package dev.nodestart.emulator.diagnosis;

import java.util.BitSet;
import java.util.Collection;
import java.util.Locale;

/**
 * Lines in which hundreds of texts are looked for, without regard to case. Most are not there, and most of those are ruled
 * out by three characters of theirs that come after each other nowhere in the lines.
 */
final class SearchText {
    private static final int BITS = 1 << 16;

    private final String text;
    private final BitSet triples = new BitSet(BITS);

    private SearchText(String text) {
        this.text = text;
        for (int i = 0; i + 2 < text.length(); i++) {
            triples.set(tripleAt(text, i));
        }
    }

    static SearchText of(Collection<String> lines) {
        return new SearchText(String.join("\n", lines).toLowerCase(Locale.ROOT));
    }

    /** Whether a text, which is in lower case, stands in one of the lines. */
    boolean contains(String literal) {
        for (int i = 0; i + 2 < literal.length(); i++) {
            if (!triples.get(tripleAt(literal, i))) {
                return false;
            }
        }
        return text.contains(literal);
    }

    private static int tripleAt(String text, int i) {
        return (text.charAt(i) * 31 * 31 + text.charAt(i + 1) * 31 + text.charAt(i + 2)) & (BITS - 1);
    }
}
