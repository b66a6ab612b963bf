package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.report.CheckJson;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nodestart checks}: its subcommands are read with it, since they are small. */
@Command(
        name = "checks",
        description = "Tells which checks verify runs, what each is for, and what to do where it fails.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart checks list",
            "  nodestart checks list --json | jq -r '.checks[] | select(.severity == \"must\") | .id'",
            "  nodestart checks show PYTHON-001"
        })
final class ChecksCommand extends NodestartCommand {
    @Spec
    @Nullable
    CommandSpec spec;

    ChecksCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(terminal.err());
        return 2;
    }

    private static List<Check> all() {
        return CheckSuite.installed().stream()
                .flatMap(suite -> suite.checks().stream())
                .toList();
    }

    @Command(name = "list", description = "Lists all checks.")
    Integer list(
            @Option(names = "--json", description = "Print one JSON document.") boolean json,
            @Mixin CommonOptions flags) {
        List<Check> checks = all();
        if (json) {
            ObjectNode document = Json.object();
            CheckJson.catalogue(checks, document.putArray("checks"));
            Json.print(terminal, document);
            return 0;
        }
        Table table = new Table("ID", "SEVERITY", "CAPABILITY", "LINES", "TITLE");
        for (Check check : checks) {
            table.row(List.of(
                    check.id(),
                    check.severity().reportName(),
                    check.capability().map(Capability::reportName).orElse("-"),
                    check.lines().toString(),
                    check.title()));
        }
        table.lines().forEach(terminal.out()::println);
        return 0;
    }

    @Command(name = "show", description = "Shows one check.")
    Integer show(
            @Parameters(paramLabel = "ID", description = "Such as PYTHON-001.") String id, @Mixin CommonOptions flags) {
        Check check = all().stream()
                .filter(some -> some.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() ->
                        CliFailure.badInput("There is no check [" + id + "]. See all with [nodestart checks list]."));
        Fields fields = new Fields();
        fields.put(check.id(), check.title());
        fields.put("severity", check.severity().reportName());
        fields.put("capability", check.capability().map(Capability::reportName).orElse("none"));
        fields.put("category", check.category());
        if (!check.tags().isEmpty()) {
            fields.put("tags", String.join(", ", check.tags()));
        }
        fields.put("lines", check.lines().toString());
        fields.put("why", check.why());
        fields.put("remedy", check.remedy());
        fields.put("source", check.source());
        fields.lines().forEach(terminal.out()::println);
        return 0;
    }
}
