package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The packages of the line's environment: their versions, and whether they get on with each other. */
final class PythonPackageChecks {

    private PythonPackageChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                info("PYTHON-013", "Packages are in the versions of the line's base image")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "Packages in the image must match the line's for the REPL to work; other versions are the first suspects when a cell fails oddly.")
                        .remedy(
                                "`nodestart runtimes show {line|LINE}` lists the versions of the line's base image; install those that the table names.")
                        .source("databricks/containers ubuntu/gpu README (DCS-F33, dcs.md §9)")
                        .judge(PythonPackageChecks::pins),
                should("PYTHON-014", "No two packages are a pair that is known to break")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "Some versions do not work together although pip accepts them; imports or completions fail only when used.")
                        .remedy(
                                "Install both packages of the pair in the line's versions: `nodestart runtimes show {line|LINE}` lists them.")
                        .source(
                                "databricks/containers commits 2be6064, c97f119, 4f063e1, experimental/python3.8 (DCS-F24, DCS-F29, dcs.md §1.2, §9)")
                        .judge(PythonPackageChecks::pairs),
                should("PYTHON-015", "The image brings no pyspark of its own")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "The platform injects the line's pyspark; an installed one can be found before it and does not match Spark.")
                        .remedy("RUN /databricks/python3/bin/pip uninstall -y pyspark")
                        .source("databricks/containers ubuntu/python (dcs.md §1.4)")
                        .judge(PythonPackageChecks::pyspark),
                should("PYTHON-016", "Every package finds what it requires, as pip check asks")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "A package whose requirement is missing or of a wrong version fails when that part is used, and pip may change others to mend it.")
                        .remedy("RUN /databricks/python3/bin/pip check   # then install what it names")
                        .source("theskumar/python-dotenv#226 (DCS-F43, dcs.md §6)")
                        .judge(PythonPackageChecks::requirements),
                should("PYTHON-017", "No package is installed twice in one folder")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "Two records of one package are what an interrupted or forced install leaves behind: which files are there is chance.")
                        .remedy("RUN /databricks/python3/bin/pip install --force-reinstall PACKAGE==VERSION")
                        .source("dcs.md §6 row F43 (a broken environment fails library installs)")
                        .judge(PythonPackageChecks::twice));
    }

    private static Finding pins(Facts facts) {
        Map<String, String> pins = facts.runtime().pins();
        if (pins.isEmpty()) {
            return Finding.skipped("The versions of DBR " + facts.launch().line() + " are not known.");
        }
        return PythonReport.judge(facts, report -> {
            Map<String, String> versions = report.versions();
            List<String> different = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            new TreeMap<>(pins).forEach((name, pin) -> {
                String version = versions.get(name);
                if (version == null) {
                    missing.add(name);
                } else if (!sameVersion(version, pin)) {
                    different.add(name + "  image " + version + ", line " + pin);
                }
            });
            if (different.isEmpty() && missing.isEmpty()) {
                return Finding.pass("All " + pins.size() + " packages are in the line's versions.");
            }
            List<String> evidence = new ArrayList<>(different);
            if (!missing.isEmpty()) {
                evidence.add("not installed: " + String.join(" ", missing));
            }
            return Finding.warn(
                    "Of the line's " + pins.size() + " packages, " + different.size() + " have another version and "
                            + missing.size() + " are not installed.",
                    evidence);
        });
    }

    /** A distribution's own suffix, as in {@code 20.17.1+ds}, makes no other version. */
    private static boolean sameVersion(String version, String pin) {
        return version.replaceAll("\\+.*", "").equals(pin);
    }

    private static Finding pairs(Facts facts) {
        return PythonReport.judge(facts, report -> {
            List<String> broken = PackagePairs.broken(report.versions(), facts.runtime());
            return broken.isEmpty()
                    ? Finding.pass("No pair of packages is known to break.")
                    : Finding.warn(broken.get(0), broken.subList(1, broken.size()));
        });
    }

    private static Finding pyspark(Facts facts) {
        return PythonReport.judge(
                facts,
                report -> report.module("pyspark")
                        .map(path -> Finding.warn(
                                "The image brings pyspark ["
                                        + report.versions().getOrDefault("pyspark", "of no known version")
                                        + "]; DBR " + facts.launch().line() + " injects its own, of Spark "
                                        + facts.runtime().spark() + ".",
                                List.of(path)))
                        .orElseGet(() -> Finding.pass("The image brings no pyspark.")));
    }

    private static Finding requirements(Facts facts) {
        return PythonReport.judge(facts, report -> {
            List<String> unchecked = report.lines().each("unchecked");
            if (!unchecked.isEmpty() || report.lines().each("checked").isEmpty()) {
                return Finding.skipped("Requirements could not be read with the environment's pip: "
                        + String.join(", ", unchecked.isEmpty() ? List.of("it did not come to it") : unchecked) + ".");
            }
            List<String> conflicts = report.lines().of("conflict", 5).stream()
                    .map(PythonPackageChecks::conflict)
                    .toList();
            return conflicts.isEmpty()
                    ? Finding.pass("Every package finds what it requires.")
                    : Finding.warn(
                            conflicts.size() == 1
                                    ? "A requirement of a package is not met: " + conflicts.get(0) + "."
                                    : conflicts.size() + " requirements of packages are not met, the first: "
                                            + conflicts.get(0) + ".",
                            conflicts);
        });
    }

    private static String conflict(List<String> row) {
        String wanted = (row.get(2) + " " + row.get(3)).strip();
        return row.get(0) + " " + row.get(1) + " requires " + wanted + ", "
                + (row.get(4).isEmpty() ? "which is not installed" : "but " + row.get(4) + " is installed");
    }

    private static Finding twice(Facts facts) {
        return PythonReport.judge(facts, report -> {
            List<String> twice = report.packages().stream()
                    .collect(Collectors.groupingBy(
                            one -> one.name() + "  in " + one.folder(),
                            TreeMap::new,
                            Collectors.mapping(PythonReport.Installed::version, Collectors.toCollection(TreeSet::new))))
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getValue().size() > 1)
                    .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                    .toList();
            return twice.isEmpty()
                    ? Finding.pass("No package is installed twice in one folder.")
                    : Finding.warn("Packages are installed in two versions at once.", twice);
        });
    }
}
