package dev.nodestart.cli;

import dev.nodestart.conformance.report.ExplanationReport;
import dev.nodestart.emulator.explain.Explainer;
import dev.nodestart.emulator.explain.Explanation;
import dev.nodestart.emulator.explain.Form;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart explain}. */
@Command(
        name = "explain",
        description = {
            "Says why a cluster of a real workspace, or a run of yours, did not start or work. Needs no engine.",
            "It takes what you have of the cluster, and sees by itself what it is: the answer of clusters/events or"
                    + " clusters/get, a termination reason, a driver log (also .gz), or a message. Tokens and passwords"
                    + " are hidden."
        },
        footerHeading = "%nExit codes: 0 explained, 2 bad input, 4 not known.%n%nExamples:%n",
        footer = {
            "  databricks clusters events 1122-120000-abcdefgh | nodestart explain -",
            "  nodestart explain stderr.gz --dbr 15.4",
            "  nodestart explain 'Spark error: Driver down cause: driver state change (exit code: 10)'",
            "  nodestart explain ./recording --json"
        })
final class ExplainCommand extends NodestartCommand {
    private static final Pattern LINE = Pattern.compile("[0-9]{1,4}(?:\\.(?:[0-9]{1,4}|x))?");

    @Parameters(
            paramLabel = "FILE",
            description = "A file, - for standard input, a run's folder, bundle or id, or the message itself.")
    String input = "";

    @Option(
            names = "--dbr",
            paramLabel = "LINE",
            description = "The DBR line of the cluster, such as 15.4, where the text does not say it.")
    @Nullable
    String line;

    @Option(names = "--json", description = "Prints one JSON document on standard output.")
    boolean json;

    ExplainCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (line != null && !LINE.matcher(line).matches()) {
            throw CliFailure.badInput("--dbr takes a runtime line such as 15.4, not [" + line + "].");
        }
        Explanation explanation = explanation();
        if (json) {
            Json.print(terminal, ExplainJson.of(explanation));
        } else {
            StringBuilder text = new StringBuilder();
            new ExplanationReport(terminal.style(common.noColor)).write(explanation, name(), text);
            terminal.out().print(text);
            terminal.out().flush();
        }
        boolean works =
                explanation.form() == Form.RECORDING && explanation.advice().isEmpty();
        return explanation.findings().isEmpty() && !works ? 4 : 0;
    }

    private Explanation explanation() throws IOException {
        if (input.equals("-")) {
            return text(System.in);
        }
        Optional<Path> path = path();
        if (path.isPresent() && Files.isRegularFile(path.get())) {
            if (!Files.isReadable(path.get())) {
                throw CliFailure.badInput("The file [" + input + "] cannot be read: you lack the permission.");
            }
            Optional<Path> bundle = UnpackedBundle.of(path.get());
            if (bundle.isPresent()) {
                return RunExplanation.of(bundle.get());
            }
            try (InputStream stream = new FileInputStream(path.get().toFile())) {
                return text(stream);
            }
        }
        RecordedRuns runs = RecordedRuns.of(terminal.environment());
        Optional<Path> folder = path.isPresent() ? runs.find(input) : Optional.empty();
        if (folder.isPresent()) {
            return RunExplanation.of(folder.get());
        }
        if (input.strip().contains(" ")) {
            return text(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        }
        throw CliFailure.badInput("[" + input + "] is neither a file, nor a folder, nor the id of a recorded run; a"
                + " message goes in quotes, or through standard input with [nodestart explain -].");
    }

    private Explanation text(InputStream stream) throws IOException {
        return Explainer.builtIn()
                .explain(stream, name(), Optional.ofNullable(line).map(ExplainCommand::plain));
    }

    private static String plain(String line) {
        return line.endsWith(".x") ? line.substring(0, line.length() - 2) : line;
    }

    private Optional<Path> path() {
        try {
            return Optional.of(Path.of(input));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String name() {
        if (input.equals("-")) {
            return "standard input";
        }
        return input.strip().contains(" ") && path().filter(Files::exists).isEmpty() ? "the message" : input;
    }
}
