package dev.nodestart.gpu.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.emulator.data.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the probe's lines one by one; what is not understood is counted and left out. */
final class ProbeLines {

    /** No line of the probe is longer: it writes each in one piece of a pipe. */
    private static final int LONGEST = 4096;

    private static final int MOST = 20_000;

    private Optional<ProbeFact> start = Optional.empty();
    private final List<ProbeCall> calls = new ArrayList<>();
    private final List<ProbeFact> facts = new ArrayList<>();
    private final List<ProbeStage> stages = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private OptionalInt exit = OptionalInt.empty();
    private int unreadable;

    ProbeRun read(String lines) {
        lines.lines().limit(MOST).filter(line -> !line.isBlank()).forEach(this::line);
        return new ProbeRun(start, calls, facts, stages, exit, problems, unreadable);
    }

    private void line(String line) {
        Optional<JsonNode> node = line.length() > LONGEST ? Optional.empty() : tree(line);
        if (node.isEmpty() || !take(node.get())) {
            unreadable++;
        }
    }

    private static Optional<JsonNode> tree(String line) {
        try {
            return Optional.of(JsonText.read(line)).filter(JsonNode::isObject);
        } catch (IOException | RuntimeException notJson) { // numbers beyond all bounds are a RuntimeException
            return Optional.empty();
        }
    }

    private boolean take(JsonNode node) {
        if (node.isEmpty()) {
            return false;
        }
        Map.Entry<String, JsonNode> first = node.properties().iterator().next();
        String sort = first.getKey();
        if (!first.getValue().isTextual()) {
            return false;
        }
        String name = first.getValue().textValue();
        switch (sort) {
            case "probe" -> start = start.or(() -> Optional.of(fact(name, node)));
            case "call" ->
                calls.add(new ProbeCall(
                        name,
                        text(node, "stage"),
                        whole(node, "device"),
                        whole(node, "rc"),
                        text(node, "name"),
                        ms(node)));
            case "fact" -> facts.add(fact(name, node));
            case "stage" ->
                stages.add(new ProbeStage(
                        name,
                        whole(node, "device"),
                        optional(node, "library"),
                        ProbeStage.End.of(text(node, "ended")),
                        whole(node, "code"),
                        optional(node, "signal"),
                        ms(node)));
            case "end" -> exit = whole(node, "exit");
            case "harness" -> optional(node, "message").ifPresent(problems::add);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static ProbeFact fact(String name, JsonNode node) {
        Map<String, Object> values = new HashMap<>();
        node.properties()
                .forEach(field -> value(field.getValue()).ifPresent(value -> values.put(field.getKey(), value)));
        return new ProbeFact(name, text(node, "stage"), values);
    }

    private static Optional<Object> value(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(node.textValue());
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Optional.of(node.longValue());
        }
        if (node.isNumber()) {
            return Optional.of(node.doubleValue());
        }
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(one -> texts.add(one.asText()));
            return Optional.of(List.copyOf(texts));
        }
        return Optional.empty();
    }

    private static String text(JsonNode node, String key) {
        return optional(node, key).orElse("");
    }

    private static Optional<String> optional(JsonNode node, String key) {
        return Optional.ofNullable(node.path(key).textValue());
    }

    private static OptionalInt whole(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isIntegralNumber() && value.canConvertToInt()
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }

    private static double ms(JsonNode node) {
        double ms = node.path("ms").doubleValue();
        return Double.isFinite(ms) && ms > 0 ? ms : 0;
    }
}
