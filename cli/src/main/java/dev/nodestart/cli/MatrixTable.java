package dev.nodestart.cli;

import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.CapabilityStatus.State;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table of a matrix, and under it why something does not work. */
final class MatrixTable {
    private MatrixTable() {}

    static List<String> of(List<MatrixCell> cells) {
        List<String> lines = cells.stream().map(MatrixCell::line).distinct().toList();
        List<String> headings = new ArrayList<>(List.of("IMAGE"));
        lines.forEach(line -> headings.add("DBR " + line));
        Table table = new Table(headings.toArray(String[]::new));
        for (String image : cells.stream().map(MatrixCell::image).distinct().toList()) {
            List<String> row = new ArrayList<>(List.of(image));
            for (String line : lines) {
                row.add(cells.stream()
                        .filter(cell ->
                                cell.image().equals(image) && cell.line().equals(line))
                        .map(cell -> cell.result().verdict().name())
                        .findFirst()
                        .orElse("-"));
            }
            table.row(row);
        }
        List<String> page = new ArrayList<>(table.lines());
        cells.stream().filter(cell -> cell.result().verdict() != Verdict.WORKS).forEach(cell -> {
            page.add("");
            page.add(cell.image() + " on DBR " + cell.line() + ": " + why(cell.result()));
            page.add("  nodestart report " + cell.result().launch().runId());
        });
        return page;
    }

    private static String why(VerifyResult result) {
        String causes =
                result.diagnosis().stream().map(Diagnosis::cause).limit(2).collect(Collectors.joining(" "));
        if (!causes.isEmpty()) {
            return causes;
        }
        String missing = result.capabilities().stream()
                .filter(CapabilityStatus::required)
                .filter(status -> status.state() != State.YES)
                .map(status -> status.capability().reportName() + " ("
                        + status.state().reportName() + ", " + String.join(", ", status.because()) + ")")
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? result.launch()
                        .stateMessage()
                        .or(() -> result.launch().trouble())
                        .orElse("no known cause fits.")
                : "required, and does not work or is not known: " + missing + ".";
    }
}
