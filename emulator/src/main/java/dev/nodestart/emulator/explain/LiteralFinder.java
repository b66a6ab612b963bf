package dev.nodestart.emulator.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds many texts in one pass over a line, in any case (Aho and Corasick's way). */
final class LiteralFinder {
    private static final int CHARACTERS = 128;

    private final List<int[]> next = new ArrayList<>();
    private final List<@Nullable BitSet> found = new ArrayList<>();
    private final BitSet always = new BitSet();
    private int[] table = {};
    private @Nullable BitSet[] numbers = {};

    LiteralFinder() {
        state();
    }

    /** A text in lower case; the number is given where it is found. */
    void add(String text, int number) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (next.get(state)[c] == 0) {
                next.get(state)[c] = state();
            }
            state = next.get(state)[c];
        }
        BitSet own = found.get(state);
        if (own == null) {
            own = new BitSet();
            found.set(state, own);
        }
        own.set(number);
    }

    /** A number that every line gives. */
    void addAlways(int number) {
        always.set(number);
    }

    /** Whether numbers are only those that every line gives. */
    boolean foundNothing(BitSet numbersOfALine) {
        return numbersOfALine.equals(always);
    }

    /** The numbers of the texts that are in a line. */
    BitSet in(CharSequence line) {
        if (table.length == 0) {
            build();
        }
        BitSet all = always;
        boolean own = false;
        int state = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= CHARACTERS) {
                state = 0;
                continue;
            }
            state = table[state * CHARACTERS + (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)];
            BitSet here = numbers[state];
            if (here != null) {
                if (!own) {
                    own = true;
                    all = (BitSet) always.clone();
                }
                all.or(here);
            }
        }
        return all;
    }

    /** Where a text breaks off, goes on with the longest that its end may begin. */
    private void build() {
        int[] back = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int child : next.get(0)) {
            if (child != 0) {
                open.add(child);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            join(state, back[state]);
            for (int c = 0; c < CHARACTERS; c++) {
                int child = next.get(state)[c];
                if (child == 0) {
                    next.get(state)[c] = next.get(back[state])[c];
                } else {
                    back[child] = next.get(back[state])[c];
                    open.add(child);
                }
            }
        }
        // flat, since every character of a large log goes through here
        table = new int[next.size() * CHARACTERS];
        for (int state = 0; state < next.size(); state++) {
            System.arraycopy(next.get(state), 0, table, state * CHARACTERS, CHARACTERS);
        }
        numbers = found.toArray(BitSet[]::new);
    }

    private void join(int state, int back) {
        BitSet more = found.get(back);
        if (more == null) {
            return;
        }
        BitSet own = found.get(state);
        BitSet joined = own == null ? new BitSet() : own;
        joined.or(more);
        found.set(state, joined);
    }

    private int state() {
        next.add(new int[CHARACTERS]);
        found.add(null);
        return next.size() - 1;
    }
}
