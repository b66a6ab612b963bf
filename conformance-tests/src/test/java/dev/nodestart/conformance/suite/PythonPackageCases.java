package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class PythonPackageCases {
    private static final String SITE = "/databricks/python3/lib/python3.11/site-packages";

    private PythonPackageCases() {}

    static List<CheckCase> all() {
        return Stream.of(versions(), pairs(), requirements(), habits())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CheckCase> versions() {
        Facts facts = FactSets.everything();
        Map<String, String> pins = facts.runtime().pins();
        int count = pins.size();
        String all = pins.entrySet().stream()
                .map(pin -> "package\t" + pin.getKey() + "\t" + pin.getValue() + "+local\t" + SITE)
                .collect(Collectors.joining("\n"));
        return List.of(
                passes(
                        "PYTHON-013",
                        "all",
                        report("15.4", all),
                        "All " + count + " packages are in the line's versions."),
                passes(
                        "PYTHON-013",
                        "one differs, one is not there",
                        report(
                                "15.4",
                                all.replace("\tnumpy\t1.23.5", "\tnumpy\t1.24.0")
                                        .replace("package\tpandas\t", "package\tpanda\t")),
                        "Of the line's " + count + " packages, 1 have another version and 1 are not installed."),
                skips("PYTHON-013", "an unknown line", report("18", all), "The versions of DBR 18 are not known."),
                passes("PYTHON-015", "none", facts, "The image brings no pyspark."),
                warns(
                        "PYTHON-015",
                        "one",
                        report(
                                "15.4",
                                "module\tpyspark\t" + SITE + "/pyspark/__init__.py\npackage\tpyspark\t3.5.1\t" + SITE),
                        "The image brings pyspark [3.5.1]; DBR 15.4 injects its own, of Spark 3.5.0."),
                warns(
                        "PYTHON-015",
                        "one of no version",
                        report("15.4", "module\tpyspark\t" + SITE + "/pyspark/__init__.py"),
                        "The image brings pyspark [of no known version]; DBR 15.4 injects its own, of Spark 3.5.0."));
    }

    private static List<CheckCase> pairs() {
        String none = "No pair of packages is known to break.";
        return List.of(
                passes("PYTHON-014", "the line's", FactSets.everything(), none),
                warns(
                        "PYTHON-014",
                        "numpy 2 and pandas 1",
                        packages("15.4", "numpy 2.0.0", "pandas 1.5.3"),
                        "numpy [2.0.0] does not work with pandas [1.5.3], which is built for numpy 1."),
                passes("PYTHON-014", "numpy 2 and pandas 2", packages("15.4", "numpy 2.1.3", "pandas 2.2.3"), none),
                passes("PYTHON-014", "numpy 2 alone", packages("15.4", "numpy 2.1.3"), none),
                warns(
                        "PYTHON-014",
                        "protobuf 5",
                        packages("15.4", "protobuf 5.29.4"),
                        "protobuf [5.29.4] is of another major version than the line's [4.24.1], for which generated code is made."),
                passes("PYTHON-014", "another protobuf 4", packages("15.4", "protobuf 4.25.0"), none),
                passes("PYTHON-014", "protobuf on a line without", packages("10.4", "protobuf 5.29.4"), none),
                warns(
                        "PYTHON-014",
                        "jedi 0.18 and ipython 7.22",
                        packages("10.4", "ipython 7.22.0", "jedi 0.18.1"),
                        "jedi [0.18.1] breaks completion in ipython [7.22.0], which needs jedi 0.17."),
                passes("PYTHON-014", "jedi 0.17", packages("10.4", "ipython 7.22.0", "jedi 0.17.2"), none),
                passes("PYTHON-014", "no jedi", packages("10.4", "ipython 7.22.0"), none),
                passes("PYTHON-014", "a newer ipython", packages("10.4", "ipython 7.32.0", "jedi 0.18.1"), none),
                passes("PYTHON-014", "a line with newer jedi", packages("9.1", "ipython 7.22.0", "jedi 0.19.1"), none),
                warns(
                        "PYTHON-014",
                        "traitlets 5 on 7.3",
                        packages("7.3", "traitlets 5.0.5"),
                        "traitlets [5.0.5] does not work on DBR 7.3, which needs traitlets below 5."),
                passes("PYTHON-014", "traitlets 4 on 7.3", packages("7.3", "traitlets 4.3.3"), none),
                warns(
                        "PYTHON-014",
                        "setuptools 82",
                        packages("15.4", "setuptools 82.0.0", "pandas 1.5.3"),
                        "setuptools [82.0.0] has no pkg_resources any more, which building pandas [1.5.3] and older packages needs."),
                passes("PYTHON-014", "setuptools 81", packages("15.4", "setuptools 81.0.0", "pandas 1.5.3"), none),
                passes("PYTHON-014", "a version without numbers", packages("15.4", "numpy dev", "pandas 1.5.3"), none));
    }

    private static List<CheckCase> requirements() {
        Facts facts = FactSets.everything();
        return List.of(
                passes("PYTHON-016", "all met", facts, "Every package finds what it requires."),
                warns(
                        "PYTHON-016",
                        "one not",
                        report("15.4", "conflict\ta\t1\tb\t>=2\t\nchecked\t2"),
                        "A requirement of a package is not met: a 1 requires b >=2, which is not installed."),
                warns(
                        "PYTHON-016",
                        "two not",
                        report("15.4", "conflict\ta\t1\tb\t>=2\t1.0\nconflict\ta\t1\tc\t\t\nchecked\t2"),
                        "2 requirements of packages are not met, the first: a 1 requires b >=2, but 1.0 is installed."),
                skips(
                        "PYTHON-016",
                        "no pip",
                        report("15.4", "unchecked\tModuleNotFoundError\tNo module named 'pip'"),
                        "Requirements could not be read with the environment's pip: ModuleNotFoundError."),
                skips(
                        "PYTHON-016",
                        "it did not come to it",
                        report("15.4", "version\t3.11.2"),
                        "Requirements could not be read with the environment's pip: it did not come to it."),
                passes("PYTHON-017", "once", facts, "No package is installed twice in one folder."),
                passes(
                        "PYTHON-017",
                        "in two folders",
                        report("15.4", "package\ta\t1\t/x\npackage\ta\t2\t/y"),
                        "No package is installed twice in one folder."),
                warns(
                        "PYTHON-017",
                        "twice",
                        report("15.4", "package\ta\t1\t/x\npackage\ta\t2\t/x"),
                        "Packages are installed in two versions at once."));
    }

    private static List<CheckCase> habits() {
        Facts facts = FactSets.everything();
        return List.of(
                passes("PYTHON-018", "silence", facts, "The interpreter starts without a word."),
                warns(
                        "PYTHON-018",
                        "a word",
                        facts.with("python.report", new Answer(0, "hello\n@report\t19", "")),
                        "The interpreter writes to standard output when it starts."),
                warns(
                        "PYTHON-018",
                        "a .pth file",
                        facts.with(
                                "python.report", new Answer(0, "@report\t19", "Error processing line 1 of /x/a.pth:")),
                        "A .pth file fails whenever Python starts."),
                passes(
                        "PYTHON-018",
                        "a warning of a package",
                        facts.with("python.report", new Answer(0, "@report\t19", "UserWarning: x")),
                        "The interpreter starts without a word."),
                passes("PYTHON-019", "fast", report("15.4", ""), "The interpreter takes 19 ms of CPU time to start."),
                passes(
                        "PYTHON-019",
                        "slow",
                        facts.with("python.report", new Answer(0, "@report\t300", "")),
                        "The interpreter takes 300 ms of CPU time to start, where 20 are usual."),
                passes("PYTHON-020", "none", facts, "Root has no packages of its own."),
                warns(
                        "PYTHON-020",
                        "one",
                        report("15.4", "user-site\t/root/.local/lib\npackage\ta\t1\t/root/.local/lib"),
                        "Root has packages of its own in [/root/.local/lib]."),
                passes("PYTHON-021", "there", facts, "The interpreter has ensurepip."),
                passes(
                        "PYTHON-021",
                        "not there",
                        report("15.4", "module\tensurepip\t"),
                        "The interpreter has no ensurepip: [python -m venv] needs --without-pip."));
    }

    private static Facts packages(String line, String... packages) {
        return report(
                line,
                List.of(packages).stream()
                        .map(one -> "package\t" + one.replace(' ', '\t') + "\t" + SITE)
                        .collect(Collectors.joining("\n")));
    }

    private static Facts report(String line, String rows) {
        return FactSets.of(Launches.withLine(line, line + ".x-scala2.12", Launches.spec()))
                .with("python.report", new Answer(0, "@report\t19\n" + rows, ""));
    }
}
