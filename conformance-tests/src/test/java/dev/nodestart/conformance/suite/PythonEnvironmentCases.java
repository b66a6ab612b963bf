package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.errs;
import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.model.Launch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class PythonEnvironmentCases {
    private static final String PYTHON = "/databricks/python3/bin/python3";

    private PythonEnvironmentCases() {}

    static List<CheckCase> all() {
        return Stream.of(environment(), variables(), conda())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CheckCase> environment() {
        Facts facts = FactSets.everything();
        String state = "path\t" + PYTHON + "\texecutable";
        return List.of(
                passes("PYTHON-002", "it starts", facts, "The line's Python is " + PYTHON + ", version 3.11.11."),
                fails(
                        "PYTHON-002",
                        "a link to nothing",
                        layout(state, "path\t" + PYTHON + "\tdangling"),
                        "The line's Python [" + PYTHON + "] is a link to nothing."),
                fails("PYTHON-002", "not there", layout(state, ""), "The line's Python [" + PYTHON + "] is not there."),
                fails(
                        "PYTHON-002",
                        "a file",
                        layout(state, "path\t" + PYTHON + "\tfile"),
                        "The line's Python [" + PYTHON + "] is not executable."),
                fails(
                        "PYTHON-002",
                        "it does not start",
                        PythonCases.noStart(),
                        "The line's Python [" + PYTHON + "] does not start."),
                passes(
                        "PYTHON-003",
                        "virtualenv's",
                        facts,
                        "[/databricks/python3] is a virtual environment, made with virtualenv 20.24.2."),
                passes(
                        "PYTHON-003",
                        "venv's",
                        layout("cfg\tvirtualenv = 20.24.2", ""),
                        "[/databricks/python3] is a virtual environment, made with venv."),
                warns(
                        "PYTHON-003",
                        "none",
                        layout("cfg\t", "x\t"),
                        "[/databricks/python3] is not a virtual environment."),
                passes(
                        "PYTHON-003",
                        "conda's, on a line that has it",
                        old("conda-meta\t/databricks/conda/envs/dcs-minimal/conda-meta"),
                        "[/databricks/conda/envs/dcs-minimal] is an environment of conda, which this line supports."),
                warns(
                        "PYTHON-003",
                        "none, on a line that has conda",
                        old("conda-meta\t/databricks/python3/conda-meta"),
                        "[/databricks/conda/envs/dcs-minimal] is not a virtual environment."),
                warns(
                        "PYTHON-003",
                        "conda's, on a line that has it no more",
                        layout("cfg\t", "conda-meta\t/databricks/python3/conda-meta\nx\t"),
                        "[/databricks/python3] is not a virtual environment."),
                passes("PYTHON-004", "true", facts, "Packages of the system's Python can be imported."),
                passes(
                        "PYTHON-004",
                        "false",
                        layout("packages = true", "packages = false"),
                        "Packages of the system's Python cannot be imported in notebooks."),
                passes("PYTHON-005", "the line's", facts, "Python 3.11.11 is of the line's version 3.11."),
                warns(
                        "PYTHON-005",
                        "rbase of 15.4",
                        PythonCases.report("3.11.11", "3.10.12"),
                        "The environment has Python [3.10.12], DBR 15.4 has [3.11]."),
                skips(
                        "PYTHON-005",
                        "no start",
                        PythonCases.noStart(),
                        "The line's Python does not start, see PYTHON-002."),
                errs("PYTHON-002", "no answer in time", late(), "The line's Python did not answer in time."),
                errs("PYTHON-005", "no answer in time", late(), "The line's Python did not answer in time."),
                errs(
                        "PYTHON-005",
                        "no answer",
                        without(facts),
                        "Could not be evaluated: [python.report] is not known: the node gave no answer to it."));
    }

    private static List<CheckCase> variables() {
        Facts set = env(Map.of("PYSPARK_PYTHON", PYTHON));
        return List.of(
                passes("PYTHON-006", "the line's", set, "PYSPARK_PYTHON is " + PYTHON + "."),
                warns(
                        "PYTHON-006",
                        "not set",
                        env(Map.of()),
                        "PYSPARK_PYTHON is not set; the base images set it to [" + PYTHON + "]."),
                warns(
                        "PYTHON-006",
                        "another one",
                        env(Map.of("PYSPARK_PYTHON", "/usr/bin/python3")),
                        "PYSPARK_PYTHON is [/usr/bin/python3], not the line's [" + PYTHON + "]."),
                warns(
                        "PYTHON-006",
                        "not there",
                        set.with("python.layout", new Answer(0, "PYSPARK_PYTHON\tmissing", "")),
                        "PYSPARK_PYTHON is [" + PYTHON + "], and there is no such program."),
                passes(
                        "PYTHON-006",
                        "by the spec, of which the image's files say nothing",
                        spec("PYSPARK_PYTHON", "/databricks/python/bin/python")
                                .with("python.layout", new Answer(0, "PYSPARK_PYTHON\tmissing", "")),
                        "PYSPARK_PYTHON is /databricks/python/bin/python."),
                warns(
                        "PYTHON-006",
                        "by the spec, and not there",
                        spec("PYSPARK_PYTHON", "/databricks/python3/bin/python3.10")
                                .with("python.layout", new Answer(0, "SPEC_PYTHON\tmissing", "")),
                        "PYSPARK_PYTHON is [/databricks/python3/bin/python3.10], and there is no such program."),
                passes("PYTHON-007", "none", env(Map.of()), "Neither PYTHONHOME nor PYTHONPATH is set."),
                warns(
                        "PYTHON-007",
                        "both",
                        env(Map.of("PYTHONHOME", "/a", "PYTHONPATH", "/b")),
                        "The node's Python is misled by [PYTHONHOME] and [PYTHONPATH]."),
                warns(
                        "PYTHON-007",
                        "by the spec",
                        spec("PYTHONPATH", "/b"),
                        "The node's Python is misled by [PYTHONPATH]."));
    }

    private static List<CheckCase> conda() {
        String bad = "The image is laid out for conda, which DBR 15.4 does not support in custom containers.";
        Facts both = FactSets.of(oldLaunch("DATABRICKS_ROOT_CONDA_ENV", "DEFAULT_DATABRICKS_ROOT_CONDA_ENV"));
        return List.of(
                passes("PYTHON-008", "none", FactSets.everything(), "Nothing of the image is laid out for conda."),
                warns(
                        "PYTHON-008",
                        "a conda environment",
                        layout("lib\t", "conda-meta\t/databricks/python3/conda-meta\nlib\t"),
                        bad),
                warns(
                        "PYTHON-008",
                        "conda's folder",
                        layout("/databricks/conda\tmissing", "/databricks/conda\tfolder"),
                        bad),
                warns("PYTHON-008", "a variable", spec("DATABRICKS_ROOT_CONDA_ENV", "dcs-minimal"), bad),
                passes(
                        "PYTHON-009",
                        "both",
                        both.with("python.layout", new Answer(0, "conda-env\tdcs-minimal", "")),
                        "Both variables name conda environments; [dcs-minimal] is there."),
                fails(
                        "PYTHON-009",
                        "one",
                        FactSets.of(oldLaunch("DEFAULT_DATABRICKS_ROOT_CONDA_ENV")),
                        "The conda environment is not named by [DATABRICKS_ROOT_CONDA_ENV]."),
                fails("PYTHON-009", "not there", both, "There is no conda environment [dcs-minimal]."));
    }

    private static Facts layout(String part, String instead) {
        Facts facts = FactSets.everything();
        return facts.with(
                "python.layout",
                new Answer(0, facts.answer("python.layout").out().replace(part, instead), ""));
    }

    private static Facts old(String layout) {
        return FactSets.of(oldLaunch()).with("python.layout", new Answer(0, layout, ""));
    }

    private static Launch oldLaunch(String... variables) {
        ObjectNode spec = Launches.spec();
        for (String name : variables) {
            spec.withObject("/spark_env_vars").put(name, "dcs-minimal");
        }
        return Launches.withLine("7.3", "7.3.x-scala2.12", spec);
    }

    private static Facts env(Map<String, String> env) {
        return FactSets.of(Launches.withEnv(env));
    }

    private static Facts spec(String name, String value) {
        ObjectNode spec = Launches.spec();
        spec.withObject("/spark_env_vars").put(name, value);
        return FactSets.of(Launches.withLine("15.4", "15.4.x-scala2.12", spec));
    }

    private static Facts late() {
        return FactSets.everything().with("python.report", new Answer(124, "", ""));
    }

    private static Facts without(Facts facts) {
        Map<String, Answer> answers = new LinkedHashMap<>(facts.answers());
        answers.remove("python.report");
        return new Facts(facts.launch(), facts.runtime(), facts.imageDetails(), answers, facts.trials(), facts.gaps());
    }
}
