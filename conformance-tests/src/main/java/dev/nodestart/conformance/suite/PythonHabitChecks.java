package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import java.util.List;

/** How the line's interpreter behaves. */
final class PythonHabitChecks {

    private PythonHabitChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                should("PYTHON-018", "The interpreter starts without a word")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "What sitecustomize or a .pth file prints mixes with the output of every program that asks Python something, and a .pth file that fails leaves its packages out.")
                        .remedy(
                                "Remove the print, or repair the .pth file that the evidence names, in /databricks/python3/lib/python3*/site-packages.")
                        .source("dcs.md §1.2 (virtualenv and pip ask the environment's Python and read its output)")
                        .judge(PythonHabitChecks::noise),
                info("PYTHON-019", "The interpreter starts fast")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "Every notebook, every Spark worker and every library install starts the interpreter at least once.")
                        .remedy("Remove sitecustomize modules and .pth files that import packages.")
                        .source("measured; Spark starts Python workers from PYSPARK_PYTHON (dcs.md §1.2)")
                        .judge(PythonHabitChecks::startup),
                should("PYTHON-020", "Root has no packages of its own outside the environment")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "What pip install --user leaves in root's home is found by every Python of root, but not by other users, such as [libraries].")
                        .remedy(
                                "RUN rm -rf /root/.local/lib/python3*/site-packages   # and install into /databricks/python3 instead")
                        .source("databricks/containers#135 (libraries are installed by another user; dcs.md F23, §1.2)")
                        .judge(PythonHabitChecks::userSite),
                info("PYTHON-021", "The interpreter has ensurepip")
                        .needs(PythonReport.QUESTION)
                        .why(
                                "Without it `python -m venv` makes no environment with pip; the platform itself uses virtualenv, which needs none.")
                        .remedy("RUN apt-get update && apt-get install -y python3-venv")
                        .source("databricks/containers ubuntu/python uses virtualenv (dcs.md §1.2)")
                        .judge(PythonHabitChecks::ensurepip));
    }

    private static Finding noise(Facts facts) {
        return PythonReport.judge(facts, report -> {
            List<String> failing = report.errors().stream()
                    .filter(line -> line.startsWith("Error processing line"))
                    .toList();
            if (!failing.isEmpty()) {
                return Finding.warn("A .pth file fails whenever Python starts.", report.errors());
            }
            return report.noise().isEmpty()
                    ? Finding.pass("The interpreter starts without a word.")
                    : Finding.warn("The interpreter writes to standard output when it starts.", report.noise());
        });
    }

    private static Finding startup(Facts facts) {
        return PythonReport.judge(facts, report -> {
            int millis = report.startup().orElse(0);
            return millis < 300
                    ? Finding.pass("The interpreter takes " + millis + " ms of CPU time to start.")
                    : Finding.warn(
                            "The interpreter takes " + millis + " ms of CPU time to start, where 20 are usual.",
                            List.of());
        });
    }

    private static Finding userSite(Facts facts) {
        return PythonReport.judge(facts, report -> {
            String folder = report.lines().first("user-site");
            List<String> packages = report.packages().stream()
                    .filter(one -> one.folder().equals(folder))
                    .map(one -> one.name() + " " + one.version())
                    .toList();
            return packages.isEmpty()
                    ? Finding.pass("Root has no packages of its own.")
                    : Finding.warn("Root has packages of its own in [" + folder + "].", packages);
        });
    }

    private static Finding ensurepip(Facts facts) {
        return PythonReport.judge(
                facts,
                report -> report.module("ensurepip").isPresent()
                        ? Finding.pass("The interpreter has ensurepip.")
                        : Finding.warn(
                                "The interpreter has no ensurepip: [python -m venv] needs --without-pip.", List.of()));
    }
}
