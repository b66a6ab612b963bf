package dev.nodestart.conformance.report;

/**
 * A fact about an image or a node, as a report shows it.
 *
 * @param group what it belongs to, such as {@code python}
 * @param name such as {@code version}
 * @param value as text
 */
public record FactRow(String group, String name, String value) {}
