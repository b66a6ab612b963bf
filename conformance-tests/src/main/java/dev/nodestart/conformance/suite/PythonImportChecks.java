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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Modules that are really imported by the line's interpreter. */
final class PythonImportChecks {

    /** The probe list of dcs.md §1.4 beyond what a kernel imports, with the packages that bring them. */
    private static final Map<String, String> FEATURES = Map.of(
            "six", "six",
            "typing_extensions", "typing-extensions",
            "setuptools", "setuptools",
            "numpy", "numpy",
            "pandas", "pandas",
            "pyarrow", "pyarrow",
            "grpc", "grpcio",
            "grpc_status", "grpcio-status",
            "google.protobuf", "protobuf",
            "requests", "requests");

    private PythonImportChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                must("PYTHON-010", "What the Python kernel imports can be imported")
                        .capability(Capability.PYTHON)
                        .needs(PythonReport.QUESTION, KernelImports.NAME)
                        .why(
                                "A module that the line's kernel imports and the environment lacks kills the first cell of every notebook.")
                        .remedy("RUN /databricks/python3/bin/pip install ipykernel ipython traitlets protobuf pyccolo")
                        .source("databricks/containers#131, #204, #56 (DCS-F05, DCS-F06, DCS-F34, dcs.md §4.9)")
                        .judge(PythonImportChecks::kernel),
                should("PYTHON-011", "What notebook features and PySpark import can be imported")
                        .needs(PythonReport.QUESTION, KernelImports.NAME)
                        .why(
                                "Pandas conversion, Spark Connect and widgets fail at first use where a package of the line is missing or cannot be imported.")
                        .remedy("""
                                Install the packages of the line in its versions (`nodestart runtimes show {line|LINE}` lists them):
                                RUN /databricks/python3/bin/pip install six numpy pandas pyarrow grpcio grpcio-status requests setuptools""")
                        .source("databricks/containers ubuntu/gpu README and commit c302a4c (DCS-F33, dcs.md §1.4, §9)")
                        .judge(PythonImportChecks::features),
                should("PYTHON-012", "distutils.version can be imported on Python 3.12")
                        .lines(LineRange.since("16.4"))
                        .needs(PythonReport.QUESTION)
                        .why("Python 3.12 has no distutils any more; libraries that still import it need setuptools.")
                        .remedy("RUN /databricks/python3/bin/pip install setuptools==74.0.0")
                        .source("public Dockerfile on rbase:17.3-LTS (dcs.md §1.4)")
                        .judge(PythonImportChecks::distutils));
    }

    private static Finding kernel(Facts facts) {
        List<String> wanted = facts.runtime().python().replImports();
        return PythonReport.judge(facts, report -> {
            if (report.fatalImport().filter(wanted::contains).isPresent()) {
                return crash(report);
            }
            List<PythonReport.Import> failed = report.imports().stream()
                    .filter(one -> wanted.contains(one.module()) && !one.ok())
                    .toList();
            if (!failed.isEmpty()) {
                return Finding.fail(
                        "The kernel of DBR " + facts.launch().line() + " imports [" + modules(failed)
                                + "], and that fails.",
                        Stream.concat(report.hidden().stream(), failed.stream().map(PythonReport.Import::shown))
                                .toList());
            }
            List<String> notTried = wanted.stream()
                    .filter(module -> report.importOf(module).isEmpty())
                    .toList();
            return notTried.isEmpty()
                    ? Finding.pass("The kernel's " + wanted.size() + " modules can be imported.")
                    : Finding.skipped("The imports did not come to [" + String.join(", ", notTried) + "].");
        });
    }

    private static Finding features(Facts facts) {
        return PythonReport.judge(facts, report -> {
            if (report.fatalImport().filter(FEATURES::containsKey).isPresent()) {
                return crash(report);
            }
            List<PythonReport.Import> failed = new ArrayList<>();
            for (PythonReport.Import one : report.imports()) {
                Optional<String> brings = Optional.ofNullable(FEATURES.get(one.module()));
                if (brings.isPresent() && !one.ok() && isExpected(facts, brings.get(), one)) {
                    failed.add(one);
                }
            }
            return failed.isEmpty()
                    ? Finding.pass("The packages of the line that notebook features import can be imported.")
                    : Finding.warn(
                            "Notebook features of DBR " + facts.launch().line() + " import [" + modules(failed)
                                    + "], and that fails.",
                            failed.stream().map(PythonReport.Import::shown).toList());
        });
    }

    /** A package that is not there is missed only where the line has it; one that is there must work. */
    private static boolean isExpected(Facts facts, String brings, PythonReport.Import failed) {
        boolean absent = failed.status().equals("ModuleNotFoundError");
        return !absent || facts.runtime().pins().containsKey(brings);
    }

    private static Finding distutils(Facts facts) {
        return PythonReport.judge(
                facts,
                report -> report.importOf("distutils.version")
                        .map(one -> one.ok()
                                ? Finding.pass("distutils.version comes from setuptools.")
                                : Finding.warn(
                                        "distutils.version cannot be imported: " + one.detail() + ".",
                                        List.of(one.shown())))
                        .orElseGet(() -> Finding.skipped(
                                "Python " + report.version() + " has distutils of its own, or it was not tried.")));
    }

    private static Finding crash(PythonReport report) {
        String module = report.fatalImport().orElse("");
        return Finding.fail(
                "Importing [" + module + "] ends the interpreter.",
                List.of(report.ended().shown("import " + module)));
    }

    private static String modules(List<PythonReport.Import> imports) {
        return String.join(
                ", ", imports.stream().map(PythonReport.Import::module).toList());
    }
}
