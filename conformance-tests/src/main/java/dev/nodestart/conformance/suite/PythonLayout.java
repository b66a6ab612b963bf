package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the files of the line's Python environment say, without starting it. */
record PythonLayout(FactLines lines) {

    static PythonLayout of(Facts facts) {
        return new PythonLayout(FactLines.of(facts.answer("python.layout")));
    }

    /** What a path is: {@code executable}, {@code file}, {@code folder}, {@code dangling} or {@code missing}. */
    String state(String path) {
        return lines.of("path", 2).stream()
                .filter(row -> row.get(0).equals(path))
                .map(row -> row.get(1))
                .findFirst()
                .orElse("missing");
    }

    /** What the program that PYSPARK_PYTHON of the image names is. */
    String pysparkPython() {
        return lines.first("PYSPARK_PYTHON");
    }

    /** What the program that PYSPARK_PYTHON of the spec names is; empty where the spec names none. */
    Optional<String> specPython() {
        return Optional.of(lines.first("SPEC_PYTHON")).filter(state -> !state.isEmpty());
    }

    /** Folders that conda keeps its records in, where the environment is one of conda's. */
    List<String> condaMeta() {
        return lines.each("conda-meta");
    }

    List<String> condaEnvironments() {
        return lines.each("conda-env");
    }

    boolean hasConda() {
        return state("/databricks/conda").equals("folder");
    }

    /** Whether there is a {@code pyvenv.cfg}. */
    boolean isVirtualEnvironment() {
        return !lines.each("cfg").isEmpty();
    }

    /** A value of {@code pyvenv.cfg}. */
    Optional<String> setting(String name) {
        return lines.each("cfg").stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).matches(name + "\\s*=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .findFirst();
    }
}
