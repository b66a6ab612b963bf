package dev.nodestart.cli;

import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.runtime.RuntimeSummary;
import dev.nodestart.emulator.runtime.Runtimes;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code nodestart runtimes}. */
@Command(
        name = "runtimes",
        description = "Tells which Databricks Runtime lines are known, and what each wants of an image.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart runtimes list",
            "  nodestart runtimes show 15.4",
            "  nodestart runtimes list --descriptors ./our-lines"
        })
final class RuntimesCommand extends NodestartCommand {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--descriptors",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "A folder with runtime lines of your own, in lines/*.json.")
    @Nullable
    Path descriptors;

    RuntimesCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(terminal.err());
        return 2;
    }

    private Runtimes runtimes() {
        return descriptors == null ? Runtimes.builtIn() : Runtimes.with(descriptors);
    }

    @Command(name = "list", description = "Lists all lines, oldest first.")
    Integer list(
            @Option(names = "--json", description = "Print one JSON document.") boolean json,
            @Mixin CommonOptions flags) {
        List<RuntimeSummary> lines = runtimes().list();
        if (json) {
            Json.print(terminal, RuntimeJson.list(lines));
            return 0;
        }
        Table table = new Table("LINE", "SPARK", "SCALA", "JAVA", "PYTHON", "R", "UBUNTU", "END OF SUPPORT");
        for (RuntimeSummary line : lines) {
            table.row(List.of(
                    line.name(),
                    line.spark(),
                    String.join(", ", line.scala()),
                    Integer.toString(line.java()),
                    line.python(),
                    line.r().orElse("-"),
                    String.join(", ", line.ubuntu()),
                    line.support().endOfSupport().map(Object::toString).orElse("-")));
        }
        table.lines().forEach(terminal.out()::println);
        return 0;
    }

    @Command(name = "show", description = "Shows one line: its Java, Python, packages, and where each fact comes from.")
    Integer show(
            @Parameters(paramLabel = "LINE", description = "Such as 15.4.") String line,
            @Option(names = "--json", description = "Print one JSON document.") boolean json,
            @Mixin CommonOptions flags) {
        Runtimes runtimes = runtimes();
        RuntimeDescriptor found = runtimes.find(line)
                .orElseThrow(() -> CliFailure.badInput("There is no runtime line [" + line + "]; known are "
                        + runtimes.list().stream().map(RuntimeSummary::line).toList() + "."));
        if (json) {
            Json.print(terminal, RuntimeJson.show(found));
        } else {
            RuntimePage.lines(found).forEach(terminal.out()::println);
        }
        return 0;
    }
}
