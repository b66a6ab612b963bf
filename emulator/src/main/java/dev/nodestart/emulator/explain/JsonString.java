package dev.nodestart.emulator.explain;

/**
 * A value of a JSON document.
 *
 * @param pointer its place, such as {@code /events/0/type}
 * @param name the name of its field; of the field of its array for an element
 * @param line the line that it stands in
 * @param value text, or a number as text
 */
record JsonString(String pointer, String name, int line, String value) {
    SeenLine seen(String text) {
        return new SeenLine(line, pointer, text);
    }
}
