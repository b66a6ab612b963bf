package dev.nodestart.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names with their values, one below the other; a value of several lines stays below its first one. */
final class Fields {
    private final Map<String, String> values = new LinkedHashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    List<String> lines() {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        List<String> lines = new ArrayList<>();
        values.forEach((name, value) -> {
            List<String> parts = value.isEmpty() ? List.of("-") : value.lines().toList();
            for (int i = 0; i < parts.size(); i++) {
                String label = i == 0 ? name : "";
                lines.add((label + " ".repeat(width - label.length()) + parts.get(i)).stripTrailing());
            }
        });
        return lines;
    }
}
