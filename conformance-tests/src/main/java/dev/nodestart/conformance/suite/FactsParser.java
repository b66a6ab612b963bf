package dev.nodestart.conformance.suite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the probe's output to facts. Pure. */
final class FactsParser {

    private static final String PREFIX = "@fact\t";

    private FactsParser() {}

    /** Empty where the probe did not reach its end, so that half a set of facts is never taken for a whole one. */
    static Optional<NodeFacts> parse(String output) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> tools = new HashMap<>();
        Set<String> accounts = new HashSet<>();
        Map<String, ToolRun> runs = new HashMap<>();
        boolean ended = false;
        for (String line : output.lines().toList()) {
            if (!line.startsWith(PREFIX)) {
                continue;
            }
            String[] fields = line.substring(PREFIX.length()).split("\t", 4);
            String name = field(fields, 1);
            String value = field(fields, 2);
            switch (fields[0]) {
                case "value" -> putUnlessEmpty(values, name, value);
                case "tool" -> putUnlessEmpty(tools, name, value);
                case "account" -> accounts.add(name);
                case "run" -> runs.put(name, new ToolRun(number(value), field(fields, 3)));
                case "end" -> ended = true;
                default -> {
                    // A newer probe may say more than this parser knows.
                }
            }
        }
        return ended
                ? Optional.of(
                        new NodeFacts(Map.copyOf(values), Map.copyOf(tools), Set.copyOf(accounts), Map.copyOf(runs)))
                : Optional.empty();
    }

    private static void putUnlessEmpty(Map<String, String> map, String name, String value) {
        if (!value.isEmpty()) {
            map.put(name, value);
        }
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index] : "";
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
