package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.InitScriptRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One init script as it lies in the node.
 *
 * @param index its place in the order of the launch, such as {@code 00}
 * @param global whether it is a global one
 * @param name the last part of where the spec has it
 * @param lines all lines of facts
 */
record InitScriptFacts(String index, boolean global, String name, FactLines lines) {

    static final String QUESTION = "scripts.read";

    /** The scripts of the driver, in order. */
    static List<InitScriptFacts> of(Facts facts) {
        FactLines lines = FactLines.of(facts.answer(QUESTION));
        return lines.of("script", 4).stream()
                .map(row -> new InitScriptFacts(
                        row.get(0), row.get(1).equals("global"), name(facts, row.get(0), row.get(3)), lines))
                .toList();
    }

    /** The manifest's order is the order of the launch; a {@code file:} script has its own path. */
    private static String name(Facts facts, String index, String path) {
        List<InitScriptRun> runs = facts.launch().initScripts().stream()
                .filter(run -> run.node().equals("driver"))
                .toList();
        int at = index.matches("\\d{1,4}") ? Integer.parseInt(index) : Integer.MAX_VALUE;
        String where = at < runs.size() ? runs.get(at).destination() : path;
        return where.substring(where.lastIndexOf('/') + 1);
    }

    private Optional<List<String>> row(String kind, int fields) {
        return lines.of(kind, fields).stream()
                .filter(row -> row.get(0).equals(index))
                .findFirst();
    }

    boolean has(String kind) {
        return row(kind, 1).isPresent();
    }

    /** The field after the index. */
    String value(String kind) {
        return row(kind, 2).map(row -> row.get(1)).orElse("");
    }

    long number(String kind) {
        return value(kind).matches("\\d{1,15}") ? Long.parseLong(value(kind)) : 0;
    }

    /** The script as bash prints it, where bash could parse it. */
    Optional<ShellText.Result> commands() {
        List<List<String>> text = lines.of("text", 2).stream()
                .filter(row -> row.get(0).equals(index))
                .toList();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(ShellText.read(text.stream()
                        .map(row -> String.join("\t", row.subList(1, row.size())))
                        .collect(Collectors.joining("\n"))));
    }

    /** The words of the script that are commands in the node. */
    Set<String> known() {
        return lines.of("known", 2).stream()
                .filter(row -> row.get(0).equals(index))
                .map(row -> row.get(1))
                .collect(Collectors.toSet());
    }

    /** Where PATH has a program that the script names; empty where nowhere. */
    Optional<String> program(String program) {
        return lines.of("program", 3).stream()
                .filter(row -> row.get(0).equals(index) && row.get(1).equals(program))
                .map(row -> row.get(2))
                .filter(path -> !path.isEmpty())
                .findFirst();
    }
}
