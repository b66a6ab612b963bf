package dev.nodestart.cli;

import dev.nodestart.emulator.node.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command to execute: exactly one of three. */
final class CodeOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--python",
            arity = "0..1",
            fallbackValue = STANDARD_INPUT,
            paramLabel = "CODE",
            description = "Run a Python cell; - or nothing reads standard input.")
    @Nullable
    String python;

    @Option(
            names = "--r",
            arity = "0..1",
            fallbackValue = STANDARD_INPUT,
            paramLabel = "CODE",
            description = "Run an R cell.")
    @Nullable
    String r;

    @Option(
            names = "--shell",
            arity = "0..1",
            fallbackValue = STANDARD_INPUT,
            paramLabel = "CODE",
            description = "Run shell commands, as root.")
    @Nullable
    String shell;

    Language language() {
        return python != null ? Language.PYTHON : r != null ? Language.R : Language.SHELL;
    }

    /** The code itself, read from standard input where that is meant. */
    String code(InputStream input) {
        String code = Objects.requireNonNull(python != null ? python : r != null ? r : shell);
        if (!code.equals(STANDARD_INPUT)) {
            return code;
        }
        try {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input cannot be read: " + e.getMessage(), e);
        }
    }
}
