package dev.nodestart.conformance.junit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the end of a long output. */
final class LastLines {
    private final int limit;
    private final Deque<String> lines = new ArrayDeque<>();

    LastLines(int limit) {
        this.limit = limit;
    }

    synchronized void add(String line) {
        lines.addLast(line);
        if (lines.size() > limit) {
            lines.removeFirst();
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
