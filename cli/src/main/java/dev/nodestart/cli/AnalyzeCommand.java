package dev.nodestart.cli;

import dev.nodestart.conformance.report.BootAnalysis;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nodestart analyze}: its subcommands are read with it, since they are small. */
@Command(
        name = "analyze",
        description = {
            "Says where the time of a start went: by node, stage and init script. Needs no engine.",
            "FOLDER is a run's folder, its bundle, or the id of a run of yours."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart analyze show abcdefgh",
            "  nodestart analyze blame ./recording",
            "  nodestart analyze plot ticket-17.tar.gz -o start.svg"
        })
final class AnalyzeCommand extends NodestartCommand {
    private static final String FOLDER = "A run's folder, its bundle, or the id of a run of yours.";

    @Spec
    @Nullable
    CommandSpec spec;

    AnalyzeCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(terminal.err());
        return 2;
    }

    @Command(
            name = "show",
            description = "Prints a tree: each stage and script with its @offset from the start and its +duration.")
    Integer show(@Parameters(paramLabel = "FOLDER", description = FOLDER) String folder, @Mixin CommonOptions flags) {
        print(analysis(folder).show(terminal.style(flags.noColor)));
        return 0;
    }

    @Command(name = "blame", description = "Prints the stages and scripts, the slowest first.")
    Integer blame(@Parameters(paramLabel = "FOLDER", description = FOLDER) String folder, @Mixin CommonOptions flags) {
        print(analysis(folder).blame(terminal.style(flags.noColor)));
        return 0;
    }

    @Command(name = "plot", description = "Draws the start as an SVG file.")
    Integer plot(
            @Parameters(paramLabel = "FOLDER", description = FOLDER) String folder,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "The file to write; standard output by default.")
                    @Nullable
                    Path output,
            @Mixin CommonOptions flags)
            throws IOException {
        String svg = analysis(folder).plot();
        if (output == null) {
            print(svg);
        } else {
            Files.writeString(output, svg);
        }
        return 0;
    }

    private BootAnalysis analysis(String folder) {
        Path recording = RecordedRuns.of(terminal.environment()).folder(folder);
        Launch launch = Recording.at(recording).load();
        if (launch.stages().isEmpty()) {
            throw CliFailure.badInput("The recording [" + recording + "] has no stages: nothing of it was started.");
        }
        return new BootAnalysis(launch);
    }

    private void print(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }
}
