package dev.nodestart.conformance;

import java.util.function.Supplier;

/**
 * A check with its evaluation, bound to one launch.
 *
 * @param check the catalogue's row
 * @param evaluation gives the finding; an exception means that the check could not be evaluated
 */
public record CheckTask(Check check, Supplier<Finding> evaluation) {}
