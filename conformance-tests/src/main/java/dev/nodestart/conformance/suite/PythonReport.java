package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.node.CellResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the line's interpreter told of itself and of its packages.
 *
 * @param answer what it said itself
 * @param lines the lines of the answer
 * @param kernel what its kernel told of its imports; without lines where none was tried
 */
record PythonReport(Answer answer, FactLines lines, Answer kernel) {

    static final String QUESTION = "python.report";

    private static final String BEGIN = "@report";

    private static final Answer NOTHING = new Answer(0, "", "");

    /** One import: {@code ok} or the name of the error, then the version or the error's text. */
    record Import(String module, String status, String detail, String millis) {
        boolean ok() {
            return status.equals("ok");
        }

        String shown() {
            return ok()
                    ? module + " " + detail + "  (" + millis + " ms)"
                    : "import " + module + ": " + status + ": " + detail;
        }
    }

    /** One package as a folder of {@code sys.path} has it. */
    record Installed(String name, String version, String folder) {}

    /** The interpreter's report; what it did not come to is missing in it, and all of it where it did not start. */
    static PythonReport of(Facts facts) {
        Answer answer = facts.answer(QUESTION);
        return new PythonReport(
                answer,
                FactLines.of(answer),
                facts.tried(KernelImports.NAME).map(PythonReport::said).orElse(NOTHING));
    }

    /** Judges the report of an interpreter that started. */
    static Finding judge(Facts facts, Function<PythonReport, Finding> judgement) {
        PythonReport report = of(facts);
        if (report.startup().isPresent()) {
            return judgement.apply(report);
        }
        return answerLate(report).orElseGet(() -> Finding.skipped("The line's Python does not start, see PYTHON-002."));
    }

    /** What to say of an interpreter that was ended before it said anything: a busy machine is no fault of the image. */
    static Optional<Finding> answerLate(PythonReport report) {
        return report.startup().isEmpty() && report.answer().timedOut()
                ? Optional.of(Finding.error("The line's Python did not answer in time.", List.of()))
                : Optional.empty();
    }

    /** CPU time until the first line of a program, in milliseconds. */
    Optional<Integer> startup() {
        return Optional.of(lines.first(BEGIN))
                .filter(text -> text.matches("\\d{1,7}"))
                .map(Integer::valueOf);
    }

    /** Such as {@code 3.11.2}. */
    String version() {
        return lines.first("version");
    }

    /** What the interpreter wrote to standard output before the program did. */
    List<String> noise() {
        return answer.lines().stream()
                .takeWhile(line -> !line.startsWith(BEGIN))
                .filter(line -> !line.isBlank())
                .toList();
    }

    List<Import> imports() {
        return Stream.of(lines, FactLines.of(kernel))
                .flatMap(part -> imports(part).stream())
                .toList();
    }

    private static List<Import> imports(FactLines lines) {
        return lines.of("import", 4).stream()
                .map(row -> new Import(row.get(0), row.get(1), row.get(2), row.get(3)))
                .toList();
    }

    Optional<Import> importOf(String module) {
        return imports().stream().filter(one -> one.module().equals(module)).findFirst();
    }

    /** The module whose import ended the interpreter. */
    Optional<String> fatalImport() {
        return fatal(answer).or(() -> fatal(kernel));
    }

    /** Of the two that import modules, the one whose interpreter was ended by that; else the report's. */
    Answer ended() {
        return fatal(answer).isEmpty() && fatal(kernel).isPresent() ? kernel : answer;
    }

    private static Optional<String> fatal(Answer answer) {
        FactLines lines = FactLines.of(answer);
        List<String> begun = lines.each("importing");
        return begun.size() > imports(lines).size() && !answer.timedOut()
                ? Optional.of(begun.get(begun.size() - 1))
                : Optional.empty();
    }

    private static Answer said(CellResult cell) {
        int status = cell.status() == CellResult.Status.TIMEOUT ? Answer.TIMED_OUT : cell.exitCode();
        return new Answer(status, cell.stdout(), cell.stderr());
    }

    /** Where a module would come from; empty where it is not there. */
    Optional<String> module(String name) {
        return lines.of("module", 2).stream()
                .filter(row -> row.get(0).equals(name) && !row.get(1).isEmpty())
                .map(row -> row.get(1))
                .findFirst();
    }

    /** All packages, in the order in which the interpreter finds them. */
    List<Installed> packages() {
        return lines.of("package", 3).stream()
                .map(row -> new Installed(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    /** The versions that imports get, by the package's name. */
    Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        packages().forEach(one -> versions.putIfAbsent(one.name(), one.version()));
        return versions;
    }

    /** The files on PYTHONPATH that are called like modules of Python's own, as lines of evidence. */
    List<String> hidden() {
        return lines.of("hides", 2).stream()
                .map(row -> "Hides Python's own module [" + row.get(0) + "]: [" + row.get(1) + "]")
                .toList();
    }

    /** The answer's errors, as evidence where it says something. */
    List<String> errors() {
        return answer.error().lines().filter(line -> !line.isBlank()).limit(12).toList();
    }
}
