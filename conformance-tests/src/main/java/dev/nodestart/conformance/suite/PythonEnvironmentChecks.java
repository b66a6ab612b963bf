package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.runtime.PythonSettings;
import java.util.List;
import java.util.Optional;

/** The environment that notebooks and Spark's Python run in: where it is and what it is. */
final class PythonEnvironmentChecks {

    private static final String MAKE = """
            RUN virtualenv --python=python3 --system-site-packages /databricks/python3
            RUN /databricks/python3/bin/pip install ipykernel ipython""";

    private PythonEnvironmentChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                must("PYTHON-002", "The line's Python interpreter is there and starts")
                        .capability(Capability.PYTHON)
                        .needs(PythonReport.QUESTION)
                        .why(
                                "Notebooks and Spark run the interpreter of one fixed folder; no other one in the image is used.")
                        .remedy(MAKE)
                        .source("databricks/containers ubuntu/python, #118 (dcs.md §1.1 row 8, §1.2, F03)")
                        .judge(PythonEnvironmentChecks::interpreter),
                should("PYTHON-003", "The line's Python is a virtual environment")
                        .why(
                                "The platform makes its own environments from /databricks/python3 and expects it to be a virtual one, made by virtualenv.")
                        .remedy(MAKE)
                        .source(
                                "Databricks docs, requirements of custom containers; databricks/containers ubuntu/python (dcs.md §1.1 row 8, §1.2)")
                        .judge(PythonEnvironmentChecks::virtualEnvironment),
                info("PYTHON-004", "The environment sees the packages of the system's Python")
                        .why(
                                "The base images make it with --system-site-packages, so that what apt installs can be imported in notebooks.")
                        .remedy("RUN virtualenv --python=python3 --system-site-packages /databricks/python3")
                        .source("databricks/containers ubuntu/python (dcs.md §1.2)")
                        .judge(PythonEnvironmentChecks::systemPackages),
                should("PYTHON-005", "The environment is of the line's Python version")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "Spark's Python code of a line is built for one minor version of Python; another one breaks user-defined functions.")
                        .remedy("""
                                Make /databricks/python3 with the line's Python, such as for {line|15.4}:
                                RUN apt-get update && apt-get install -y python{python|3.11}
                                RUN virtualenv --python=python{python|3.11} --system-site-packages /databricks/python3""")
                        .source("databricks/containers ubuntu/R of 15.4 (DCS-F42, dcs.md §1.3, §2)")
                        .judge(PythonEnvironmentChecks::minorVersion),
                should("PYTHON-006", "PYSPARK_PYTHON names the line's interpreter")
                        .why("Spark looks there for the Python of its workers.")
                        .remedy("ENV PYSPARK_PYTHON=/databricks/python3/bin/python3")
                        .source("databricks/containers ubuntu/python (dcs.md §1.2)")
                        .judge(PythonEnvironmentChecks::pysparkPython),
                should("PYTHON-007", "Neither PYTHONHOME nor PYTHONPATH is set")
                        .why(
                                "PYTHONHOME misleads every Python of the node; PYTHONPATH comes before the environment's own packages, and the platform sets its own.")
                        .remedy(
                                "Remove PYTHONHOME and PYTHONPATH from ENV of the image and from spark_env_vars; install packages into /databricks/python3 instead.")
                        .source("dcs.md §4.6 (PYTHONPATH is one of the variables that the driver sets)")
                        .judge(PythonEnvironmentChecks::traps));
    }

    private static Finding interpreter(Facts facts) {
        PythonSettings python = facts.runtime().python();
        String path = python.interpreter();
        String state = PythonLayout.of(facts).state(path);
        if (!state.equals("executable")) {
            String what = switch (state) {
                case "dangling" -> "a link to nothing";
                case "missing" -> "not there";
                default -> "not executable";
            };
            return Finding.fail("The line's Python [" + path + "] is " + what + ".", List.of(path + ": " + state));
        }
        PythonReport report = PythonReport.of(facts);
        Optional<Finding> late = PythonReport.answerLate(report);
        if (late.isPresent()) {
            return late.get();
        }
        return report.startup().isPresent()
                ? Finding.pass("The line's Python is " + path + ", version " + report.version() + ".")
                : Finding.fail(
                        "The line's Python [" + path + "] does not start.",
                        List.of(report.answer().shown(path + " -c …")));
    }

    private static Finding virtualEnvironment(Facts facts) {
        PythonLayout layout = PythonLayout.of(facts);
        String root = facts.runtime().python().root();
        if (layout.isVirtualEnvironment()) {
            return Finding.pass("[" + root + "] is a virtual environment, made with "
                    + layout.setting("virtualenv")
                            .map(version -> "virtualenv " + version)
                            .orElse("venv") + ".");
        }
        if (facts.runtime().condaSupported() && layout.condaMeta().contains(root + "/conda-meta")) {
            return Finding.pass("[" + root + "] is an environment of conda, which this line supports.");
        }
        return Finding.warn(
                "[" + root + "] is not a virtual environment.", List.of("there is no " + root + "/pyvenv.cfg"));
    }

    private static Finding systemPackages(Facts facts) {
        return PythonLayout.of(facts)
                .setting("include-system-site-packages")
                .filter("true"::equals)
                .map(yes -> Finding.pass("Packages of the system's Python can be imported."))
                .orElseGet(() -> Finding.warn(
                        "Packages of the system's Python cannot be imported in notebooks.",
                        List.of("include-system-site-packages is not true in pyvenv.cfg")));
    }

    private static Finding minorVersion(Facts facts) {
        String wanted = facts.runtime().python().minor();
        return PythonReport.judge(
                facts,
                report -> report.version().startsWith(wanted + ".")
                        ? Finding.pass("Python " + report.version() + " is of the line's version " + wanted + ".")
                        : Finding.warn(
                                "The environment has Python [" + report.version() + "], DBR "
                                        + facts.launch().line() + " has [" + wanted + "].",
                                List.of(facts.runtime().python().interpreter() + " --version: " + report.version())));
    }

    private static Finding pysparkPython(Facts facts) {
        PythonSettings python = facts.runtime().python();
        String value = NodeVariables.value(facts, "PYSPARK_PYTHON").orElse("");
        if (value.isEmpty()) {
            return Finding.warn(
                    "PYSPARK_PYTHON is not set; the base images set it to [" + python.interpreter() + "].", List.of());
        }
        List<String> evidence = List.of(NodeVariables.origin(facts, "PYSPARK_PYTHON"));
        if (!value.startsWith(python.root() + "/bin/python") && !value.startsWith("/databricks/python/bin/python")) {
            return Finding.warn(
                    "PYSPARK_PYTHON is [" + value + "], not the line's [" + python.interpreter() + "].", evidence);
        }
        PythonLayout layout = PythonLayout.of(facts);
        // what the spec names is asked for by its own name; older recordings do not tell of it
        String state = value.equals(facts.image().env().get("PYSPARK_PYTHON"))
                ? layout.pysparkPython()
                : layout.specPython().orElse("executable");
        if (!state.equals("executable")) {
            return Finding.warn("PYSPARK_PYTHON is [" + value + "], and there is no such program.", evidence);
        }
        return Finding.pass("PYSPARK_PYTHON is " + value + ".");
    }

    private static Finding traps(Facts facts) {
        List<String> set = List.of("PYTHONHOME", "PYTHONPATH").stream()
                .filter(name -> NodeVariables.isSet(facts, name))
                .toList();
        return set.isEmpty()
                ? Finding.pass("Neither PYTHONHOME nor PYTHONPATH is set.")
                : Finding.warn(
                        "The node's Python is misled by [" + String.join("] and [", set) + "].",
                        set.stream()
                                .map(name -> NodeVariables.origin(facts, name))
                                .toList());
    }
}
