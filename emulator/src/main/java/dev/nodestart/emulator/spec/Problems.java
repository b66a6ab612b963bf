package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with one call; {@link #in} puts it into the order of the document. */
final class Problems {
    private final AllowedRules allowed;
    private final List<SpecProblem> found = new ArrayList<>();

    Problems(AllowedRules allowed) {
        this.allowed = allowed;
        found.addAll(allowed.problems());
    }

    void add(SpecRule rule, String pointer, String message, String advice) {
        add(SpecProblem.of(rule, pointer, message, advice));
    }

    void add(SpecRule rule, String pointer, String message) {
        add(rule, pointer, message, "");
    }

    void add(SpecProblem problem) {
        found.add(allowed.apply(problem));
    }

    boolean refuse() {
        return found.stream().anyMatch(SpecProblem::isError);
    }

    /** All problems in the order of the document; what is missing comes first in the block that lacks it. */
    List<SpecProblem> in(JsonNode document, String root) {
        Map<String, Integer> order = new HashMap<>();
        number(root, document, order);
        return found.stream()
                .sorted(Comparator.comparingInt((SpecProblem p) -> place(p.pointer(), order))
                        .thenComparing(p -> order.containsKey(p.pointer()))
                        .thenComparing(SpecProblem::pointer)
                        .thenComparing(SpecProblem::rule))
                .toList();
    }

    private static void number(String pointer, JsonNode node, Map<String, Integer> order) {
        order.put(pointer, order.size());
        if (node.isObject()) {
            node.properties().forEach(e -> number(Pointers.child(pointer, e.getKey()), e.getValue(), order));
        } else {
            for (int i = 0; i < node.size(); i++) {
                number(Pointers.child(pointer, i), node.get(i), order);
            }
        }
    }

    private static int place(String pointer, Map<String, Integer> order) {
        String known = pointer;
        while (!known.isEmpty() && !order.containsKey(known)) {
            known = Pointers.parent(known);
        }
        return order.getOrDefault(known, -1);
    }
}
