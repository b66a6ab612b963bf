package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Answer;
import java.util.List;

/** An answer whose lines are fields with tab stops between them, the first one the line's kind. */
record FactLines(List<List<String>> rows) {

    static FactLines of(Answer answer) {
        return new FactLines(answer.lines().stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList());
    }

    /** The rows of a kind that have at least so many fields after it, without the kind. */
    List<List<String>> of(String kind, int fields) {
        return rows.stream()
                .filter(row -> row.get(0).equals(kind) && row.size() > fields)
                .map(row -> row.subList(1, row.size()))
                .toList();
    }

    /** The first field of every row of a kind. */
    List<String> each(String kind) {
        return of(kind, 1).stream().map(row -> row.get(0)).toList();
    }

    /** The first field of the first row of a kind; empty text where there is none. */
    String first(String kind) {
        return each(kind).stream().findFirst().orElse("");
    }
}
