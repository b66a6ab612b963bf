package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.facts.Facts;
import java.util.ArrayList;
import java.util.List;

/** Conda, which custom containers could use up to the 8.x lines. */
final class CondaChecks {

    private static final String ROOT_ENV = "DATABRICKS_ROOT_CONDA_ENV";
    private static final String DEFAULT_ENV = "DEFAULT_DATABRICKS_ROOT_CONDA_ENV";

    private CondaChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                should("PYTHON-008", "There is no conda layout on a line that does not use conda")
                        .lines(LineRange.since("9.1"))
                        .why(
                                "Conda is not supported for custom containers since DBR 9.0: such images lose their driver or their %pip.")
                        .remedy("""
                                Make a virtual environment instead of the conda one:
                                RUN virtualenv --python=python3 --system-site-packages /databricks/python3""")
                        .source(
                                "databricks/containers ubuntu/gpu, #118; rapidsai/deployment#246 (DCS-F02, DCS-F03, dcs.md §1.2, §3 row 15)")
                        .judge(CondaChecks::noConda),
                must("PYTHON-009", "Both variables name the conda environment")
                        .capability(Capability.PYTHON)
                        .lines(LineRange.until("8.x"))
                        .why(
                                "The conda lines choose the environment by two variables; without the second the REPL does not start.")
                        .remedy("""
                                ENV DEFAULT_DATABRICKS_ROOT_CONDA_ENV=dcs-minimal
                                ENV DATABRICKS_ROOT_CONDA_ENV=dcs-minimal""")
                        .source(
                                "databricks/containers ubuntu/python-conda, rapidsai/cloud-ml-examples#109 (DCS-F07, dcs.md §1.2)")
                        .judge(CondaChecks::variables));
    }

    private static Finding noConda(Facts facts) {
        PythonLayout layout = PythonLayout.of(facts);
        List<String> found = new ArrayList<>(layout.condaMeta());
        if (layout.hasConda()) {
            found.add("/databricks/conda");
        }
        for (String name : List.of(ROOT_ENV, DEFAULT_ENV)) {
            if (NodeVariables.isSet(facts, name)) {
                found.add(NodeVariables.origin(facts, name));
            }
        }
        return found.isEmpty()
                ? Finding.pass("Nothing of the image is laid out for conda.")
                : Finding.warn(
                        "The image is laid out for conda, which DBR "
                                + facts.launch().line() + " does not support in custom containers.",
                        found);
    }

    private static Finding variables(Facts facts) {
        List<String> missing = List.of(DEFAULT_ENV, ROOT_ENV).stream()
                .filter(name -> !NodeVariables.isSet(facts, name))
                .toList();
        if (!missing.isEmpty()) {
            return Finding.fail(
                    "The conda environment is not named by [" + String.join("] and [", missing) + "].",
                    List.of("environments: " + PythonLayout.of(facts).condaEnvironments()));
        }
        String name = NodeVariables.value(facts, ROOT_ENV).orElse("");
        return PythonLayout.of(facts).condaEnvironments().contains(name)
                ? Finding.pass("Both variables name conda environments; [" + name + "] is there.")
                : Finding.fail(
                        "There is no conda environment [" + name + "].",
                        List.of("environments: " + PythonLayout.of(facts).condaEnvironments()));
    }
}
