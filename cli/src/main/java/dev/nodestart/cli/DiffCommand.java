package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.diff.Difference;
import dev.nodestart.conformance.diff.RunDiff;
import dev.nodestart.conformance.report.VerifyRecord;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart diff}. */
@Command(
        name = "diff",
        description = {
            "Says what is different between two recorded runs. Needs no engine.",
            "Compared are verdict, capabilities, checks, init scripts, stage times, facts and packages. Ends with 0 where"
                    + " nothing is different, else with 1."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  nodestart diff abcdefgh ijklmnop", "  nodestart diff ./run-before ./run-after --json"})
final class DiffCommand extends NodestartCommand {
    private static final int MOST_LINES = 12;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A run's folder, or the id of a run of yours.")
    String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The other run.")
    String after = "";

    @Option(names = "--json", description = "Prints one JSON document on standard output.")
    boolean json;

    DiffCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        RecordedRuns runs = RecordedRuns.of(terminal.environment());
        Path first = runs.folder(before);
        Path second = runs.folder(after);
        List<Difference> differences = RunDiff.of(VerifyRecord.load(first), VerifyRecord.load(second));
        if (json) {
            Json.print(terminal, document(differences));
        } else {
            print(differences);
        }
        return differences.isEmpty() ? 0 : 1;
    }

    private void print(List<Difference> differences) {
        if (differences.isEmpty()) {
            say("Nothing is different.");
        }
        String section = "";
        for (Difference difference : differences) {
            if (!difference.section().equals(section)) {
                terminal.out().println((section.isEmpty() ? "" : "\n") + difference.section());
                section = difference.section();
            }
            if (difference.removed().isEmpty() && difference.added().isEmpty()) {
                terminal.out()
                        .println("  " + difference.name() + ": " + shown(difference.before()) + " -> "
                                + shown(difference.after()));
            } else {
                terminal.out().println("  " + difference.name());
                lines("    - ", difference.removed());
                lines("    + ", difference.added());
            }
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(none)" : value;
    }

    private void lines(String mark, List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(line -> terminal.out().println(mark + line));
        if (lines.size() > MOST_LINES) {
            terminal.out().println(mark + "… " + (lines.size() - MOST_LINES) + " more, all of them with --json");
        }
    }

    private static ObjectNode document(List<Difference> differences) {
        ObjectNode document = Json.object();
        document.put("schema_version", 1);
        ArrayNode array = document.putArray("differences");
        for (Difference difference : differences) {
            ObjectNode node = array.addObject();
            node.put("section", difference.section());
            node.put("name", difference.name());
            node.put("before", difference.before());
            node.put("after", difference.after());
            difference.removed().forEach(node.putArray("removed")::add);
            difference.added().forEach(node.putArray("added")::add);
        }
        return document;
    }
}
