package dev.nodestart.conformance.report;

/**
 * A line of a file in the user's repository, such as the Dockerfile's instruction that a finding is about.
 *
 * @param file its path from the repository's root, with slashes
 * @param line counted from 1
 */
public record SourceLine(String file, int line) {}
