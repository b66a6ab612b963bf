package dev.nodestart.cli;

import picocli.CommandLine.Option;

/** Flags that every command takes. */
final class CommonOptions {
    @Option(names = "--quiet", description = "Print results and errors only.")
    boolean quiet;

    @Option(names = "--debug", description = "Print what is done in detail, and stack traces.")
    boolean debug;

    @Option(names = "--no-color", description = "Print without colours; so does the variable NO_COLOR.")
    boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
