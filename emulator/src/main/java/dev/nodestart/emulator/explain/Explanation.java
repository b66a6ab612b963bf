package dev.nodestart.emulator.explain;

import java.util.List;
import java.util.Optional;

/**
 * What is known about a text.
 *
 * @param form what it was taken for
 * @param lines how many lines were read
 * @param line the runtime line, where it was given or the text says it
 * @param code the termination code that the text names
 * @param findings causes, the surest first; empty where none is known
 * @param seen where none is known: the lines that look most like trouble, secrets masked
 * @param advice where none is known: what to try, a sentence each
 * @param notes what the reader should know about how it was read, a sentence each
 */
public record Explanation(
        Form form,
        long lines,
        Optional<String> line,
        Optional<String> code,
        List<Finding> findings,
        List<SeenLine> seen,
        List<String> advice,
        List<String> notes) {}
