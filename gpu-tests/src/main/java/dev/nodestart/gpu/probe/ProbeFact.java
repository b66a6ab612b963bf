package dev.nodestart.gpu.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Something that the probe found; {@code src/main/native/README.md} says which values which fact has.
 *
 * @param name such as {@code device} or {@code kernel}
 * @param stage the stage that found it
 * @param values texts, numbers (Long or Double), truth values and lists of texts by their names; what is null is left out
 */
public record ProbeFact(String name, String stage, Map<String, Object> values) {

    /** Takes a copy of the values. */
    public ProbeFact {
        values = Map.copyOf(values);
    }

    /** A text; empty where there is none of that name. */
    public Optional<String> text(String key) {
        return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A whole number; empty where there is none of that name. */
    public OptionalLong number(String key) {
        return values.get(key) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** Any number; empty where there is none of that name. */
    public OptionalDouble decimal(String key) {
        return values.get(key) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** A value of whatever kind as people read it; nothing where there is none of that name. */
    public String shown(String key) {
        return values.containsKey(key) ? String.valueOf(values.get(key)) : "";
    }

    /** Whether a truth value is there and true. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** A list of texts, empty where there is none of that name. */
    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The device that it is of; -1 where of none. */
    public long device() {
        return number("device").orElse(-1);
    }

    /** Whether it is of that device. */
    public boolean of(int device) {
        return device() == device;
    }
}
