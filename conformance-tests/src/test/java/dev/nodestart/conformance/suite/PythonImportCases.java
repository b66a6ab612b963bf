package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.node.CellResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class PythonImportCases {
    private static final String KERNEL = Stream.of("IPython", "ipykernel", "traitlets", "google.protobuf", "pyccolo")
            .map(name -> "importing\t" + name + "\nimport\t" + name + "\tok\t1\t0\n")
            .collect(Collectors.joining());

    private PythonImportCases() {}

    static List<CheckCase> all() {
        Facts facts = FactSets.everything();
        String missing = "\tModuleNotFoundError\tNo module named 'x'\t1";
        return List.of(
                passes("PYTHON-010", "all", facts, "The kernel's 5 modules can be imported."),
                fails(
                        "PYTHON-010",
                        "no protobuf",
                        PythonCases.report(
                                "import\tgoogle.protobuf\tok\t4.24.1\t12", "import\tgoogle.protobuf" + missing),
                        "The kernel of DBR 15.4 imports [google.protobuf], and that fails."),
                fails(
                        "PYTHON-010",
                        "a crash",
                        PythonCases.report("import\tIPython\tok\t8.15.0\t12\nchecked\t12\n@end", ""),
                        "Importing [IPython] ends the interpreter."),
                skips(
                        "PYTHON-010",
                        "it did not come to them",
                        report("@report\t19\nimporting\tnumpy"),
                        "The imports did not come to [IPython, ipykernel, traitlets, google.protobuf, pyccolo]."),
                skips(
                        "PYTHON-010",
                        "it was ended at an import",
                        facts.with("python.report", new Answer(124, "@report\t19\nimporting\tIPython", "")),
                        "The imports did not come to [IPython, ipykernel, traitlets, google.protobuf, pyccolo]."),
                passes(
                        "PYTHON-010",
                        "the kernel tells what it has imported",
                        kernel(FactSets.ok(KERNEL, "")),
                        "The kernel's 5 modules can be imported."),
                fails(
                        "PYTHON-010",
                        "no kernel, and no protobuf",
                        kernel(FactSets.ok(
                                KERNEL.replace(
                                        "import\tgoogle.protobuf\tok\t1\t0", "import\tgoogle.protobuf" + missing),
                                "")),
                        "The kernel of DBR 15.4 imports [google.protobuf], and that fails."),
                fails(
                        "PYTHON-010",
                        "no kernel, and a crash",
                        kernel(told(139, "importing\tIPython\nimport\tIPython\tok\t8\t1\nimporting\tpyccolo")),
                        "Importing [pyccolo] ends the interpreter."),
                skips(
                        "PYTHON-010",
                        "no kernel, and no time",
                        kernel(told(124, "importing\tIPython")),
                        "The imports did not come to [IPython, ipykernel, traitlets, google.protobuf, pyccolo]."),
                passes(
                        "PYTHON-011",
                        "all",
                        facts,
                        "The packages of the line that notebook features import can be imported."),
                warns(
                        "PYTHON-011",
                        "no pandas, which the line has, and a broken numpy",
                        PythonCases.report("import\tpandas\tok\t1.5.3\t12", "import\tpandas" + missing)
                                .with(
                                        "python.report",
                                        new Answer(
                                                0,
                                                PythonCases.report(
                                                                "import\tpandas\tok\t1.5.3\t12",
                                                                "import\tpandas" + missing)
                                                        .answer("python.report")
                                                        .out()
                                                        .replace(
                                                                "import\tnumpy\tok\t1.23.5",
                                                                "import\tnumpy\tImportError\tlibc"),
                                                "")),
                        "Notebook features of DBR 15.4 import [numpy, pandas], and that fails."),
                fails(
                        "PYTHON-010",
                        "the kernel's modules are not those of features",
                        PythonCases.report("import\tpyccolo\tok\t0.0.52\t12", "import\tpyccolo" + missing),
                        "The kernel of DBR 15.4 imports [pyccolo], and that fails."),
                passes(
                        "PYTHON-011",
                        "a module of the kernel",
                        PythonCases.report("import\tpyccolo\tok\t0.0.52\t12", "import\tpyccolo" + missing),
                        "The packages of the line that notebook features import can be imported."),
                warns(
                        "PYTHON-011",
                        "a crash",
                        report("@report\t19\nimporting\tnumpy"),
                        "Importing [numpy] ends the interpreter."),
                passes(
                        "PYTHON-011",
                        "a package that the line does not have",
                        line("10.4", "10.4.x-scala2.12", "@report\t19\nimporting\tgrpc\nimport\tgrpc" + missing),
                        "The packages of the line that notebook features import can be imported."),
                passes(
                        "PYTHON-012",
                        "from setuptools",
                        line("16.4", "16.4.x-scala2.12", "@report\t19\nimport\tdistutils.version\tok\t\t1"),
                        "distutils.version comes from setuptools."),
                warns(
                        "PYTHON-012",
                        "not there",
                        line(
                                "16.4",
                                "16.4.x-scala2.12",
                                "@report\t19\nimport\tdistutils.version\tModuleNotFoundError\tNo module named 'distutils'\t1"),
                        "distutils.version cannot be imported: No module named 'distutils'."),
                skips(
                        "PYTHON-012",
                        "an older Python",
                        line("16.4", "16.4.x-scala2.12", "@report\t19\nversion\t3.11.2"),
                        "Python 3.11.2 has distutils of its own, or it was not tried."));
    }

    private static CellResult told(int exitCode, String out) {
        return KernelImports.result(Optional.of(new Answer(exitCode, out, "")), Duration.ofMillis(1));
    }

    private static Facts kernel(CellResult told) {
        return FactSets.everything()
                .with("python.report", new Answer(0, "@report\t19\nchecked\t12\n@end", ""))
                .with(KernelImports.NAME, told);
    }

    private static Facts report(String out) {
        return FactSets.everything().with("python.report", new Answer(139, out, "Segmentation fault"));
    }

    private static Facts line(String line, String version, String out) {
        return FactSets.of(Launches.withLine(line, version, Launches.spec()))
                .with("python.report", new Answer(0, out, ""));
    }
}
