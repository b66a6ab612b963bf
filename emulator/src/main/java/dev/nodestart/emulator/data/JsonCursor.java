package dev.nodestart.emulator.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A place in a data file; every complaint names the file and the JSON pointer. */
public final class JsonCursor {
    private final String file;
    private final String pointer;
    private final JsonNode node;

    private JsonCursor(String file, String pointer, JsonNode node) {
        this.file = file;
        this.pointer = pointer;
        this.node = node;
    }

    /** The root of a file. */
    public static JsonCursor root(String file, JsonNode node) {
        return new JsonCursor(file, "", node);
    }

    /** This place as an object that has no other keys than these; {@code $schema} is always one. */
    public JsonCursor object(Set<String> keys) {
        require(node.isObject(), "must be an object");
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name) && !"$schema".equals(name)) {
                List<String> known = keys.stream().sorted().toList();
                throw child(name).problem("is not known here; known are " + known);
            }
        }
        return this;
    }

    /** Whether this object has the key. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** The value of a key; complaints come when it is read. */
    public JsonCursor child(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        JsonNode value = node.get(name);
        return new JsonCursor(file, pointer + "/" + escaped, value == null ? MissingNode.getInstance() : value);
    }

    /** The elements of this array. */
    public List<JsonCursor> items() {
        require(node.isArray(), "must be an array");
        List<JsonCursor> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonCursor(file, pointer + "/" + i, node.get(i)));
        }
        return items;
    }

    /** The elements of this array, read one by one. */
    public <T> List<T> list(Function<JsonCursor, T> read) {
        return items().stream().map(read).toList();
    }

    /** The entries of this object in their order, {@code $schema} left out. */
    public <T> Map<String, T> map(Function<JsonCursor, T> read) {
        require(node.isObject(), "must be an object");
        Map<String, T> map = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!"$schema".equals(name)) {
                map.put(name, read.apply(child(name)));
            }
        });
        return Collections.unmodifiableMap(map);
    }

    /** The value of a key that may be missing. */
    public <T> Optional<T> optional(String name, Function<JsonCursor, T> read) {
        return has(name) ? Optional.of(read.apply(child(name))) : Optional.empty();
    }

    /** This text, which must not be blank. */
    public String text() {
        require(node.isTextual() && !node.textValue().isBlank(), "must be a text");
        return node.textValue();
    }

    /** This text, which may be empty. */
    public String textOrEmpty() {
        require(node.isTextual(), "must be a text");
        return node.textValue();
    }

    /** This whole number, zero or more. */
    public int wholeNumber() {
        require(node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0, "must be a whole number");
        return node.intValue();
    }

    /** This number, zero or more. */
    public double number() {
        require(node.isNumber() && node.doubleValue() >= 0, "must be a number");
        return node.doubleValue();
    }

    /** This truth value. */
    public boolean flag() {
        require(node.isBoolean(), "must be true or false");
        return node.booleanValue();
    }

    /** This day, in ISO form. */
    public LocalDate date() {
        String day = text();
        try {
            // the parser of java.time costs 10 ms at its first use
            if (day.length() == 10 && day.charAt(4) == '-' && day.charAt(7) == '-') {
                return LocalDate.of(number(day, 0, 4), number(day, 5, 7), number(day, 8, 10));
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw problem("must be a day such as 2027-08-19");
        }
        throw problem("must be a day such as 2027-08-19");
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** A complaint about this place, such as {@code is missing}. */
    public DataFileException problem(String problem) {
        return DataFileException.at(file, pointer, problem);
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw problem(node.isMissingNode() ? "is missing" : problem);
        }
    }
}
