package dev.nodestart.conformance.report;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.node.CellResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The facts of a result as rows of a table. */
final class FactRows {

    private FactRows() {}

    /** Those of a group stand together, groups by name; nothing where no facts were gathered. */
    static List<FactRow> of(VerifyResult result) {
        List<FactRow> rows = new ArrayList<>();
        result.facts().ifPresent(facts -> add(facts, rows));
        rows.sort(Comparator.comparing(FactRow::group));
        return rows;
    }

    private static void add(Facts facts, List<FactRow> rows) {
        image(facts.imageDetails(), rows);
        facts.answers().forEach((question, answer) -> answer(question, answer, rows));
        facts.trials().forEach((trial, result) -> rows.add(row(trial, tried(result))));
        facts.gaps().forEach((name, reason) -> rows.add(row(name, "not known: " + reason)));
    }

    private static void image(ImageDetails image, List<FactRow> rows) {
        if (image.equals(ImageDetails.unknown())) {
            return;
        }
        rows.add(new FactRow("image", "tags", String.join("\n", image.tags())));
        rows.add(new FactRow("image", "layers", Integer.toString(image.layers())));
        if (!image.volumes().isEmpty()) {
            rows.add(new FactRow("image", "volumes", String.join("\n", image.volumes())));
        }
        if (!image.workingDir().isEmpty()) {
            rows.add(new FactRow("image", "working directory", image.workingDir()));
        }
    }

    /** An answer whose every line is a name and a value, parted by a tab, is a row for each. */
    private static void answer(String question, Answer answer, List<FactRow> rows) {
        List<String> lines = answer.lines();
        if (answer.ok() && !lines.isEmpty() && lines.stream().allMatch(line -> line.indexOf('\t') > 0)) {
            for (String line : lines) {
                int tab = line.indexOf('\t');
                FactRow row = row(question, line.substring(tab + 1));
                rows.add(new FactRow(row.group(), row.name() + " " + line.substring(0, tab), row.value()));
            }
        } else {
            rows.add(row(question, answered(answer)));
        }
    }

    private static String answered(Answer answer) {
        return answer.ok() ? answer.out() : failed(answer.exitCode(), answer.lastLine());
    }

    private static String tried(CellResult result) {
        return result.exitCode() == 0
                ? result.result().orElse(result.stdout()).strip()
                : failed(result.exitCode(), new Answer(result.exitCode(), result.stdout(), result.stderr()).lastLine());
    }

    private static String failed(int exitCode, String lastLine) {
        return "exit status " + exitCode + (lastLine.isEmpty() ? "" : ": " + lastLine);
    }

    /** Names of questions and trials are a group and a name, such as {@code python.version}. */
    private static FactRow row(String question, String value) {
        int dot = question.indexOf('.');
        return dot < 0
                ? new FactRow("", question, value)
                : new FactRow(question.substring(0, dot), question.substring(dot + 1), value);
    }
}
