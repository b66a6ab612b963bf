package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.errs;
import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.node.CellResult.Status;
import java.util.List;
import java.util.Map;

final class PipCases {
    private PipCases() {}

    static List<CheckCase> all() {
        Facts facts = FactSets.everything();
        String credentials = "pip's settings in the image hold credentials of an index.";
        String redirected = "pip's settings in the image change where it installs to or from.";
        return List.of(
                passes(
                        "PIP-001",
                        "pip answers",
                        facts,
                        "pip of the root environment answers: pip 23.2.1 from /databricks/python3/lib/python3.11/site-packages/pip (python 3.11)."),
                fails(
                        "PIP-001",
                        "no pip",
                        facts.with("pip.version", new Answer(127, "", "No such file or directory")),
                        "pip of the root environment does not run."),
                errs(
                        "PIP-001",
                        "no answer in time",
                        facts.with("pip.version", new Answer(124, "", "")),
                        "pip of the root environment did not answer in time."),
                passes("PIP-002", "installed", facts, "A notebook installed a wheel and imported it in 12 ms."),
                fails(
                        "PIP-002",
                        "another one",
                        facts.with("pip.wheel", FactSets.ok("", "41")),
                        "A notebook installed a wheel, but imports something else."),
                fails(
                        "PIP-002",
                        "no pip",
                        facts.with("pip.wheel", FactSets.bad(Status.ERROR, "RuntimeError: No module named pip")),
                        "A notebook cannot install a wheel: RuntimeError: No module named pip"),
                fails(
                        "PIP-002",
                        "no end",
                        facts.with("pip.wheel", FactSets.bad(Status.TIMEOUT, "")),
                        "Installing a wheel from a notebook did not end within 60 s."),
                skips(
                        "PIP-002",
                        "no cell at all",
                        facts.with("python.first-cell", FactSets.bad(Status.FAILED, "no REPL")),
                        "No Python cell runs, so nothing was installed from one."),
                passes("PIP-003", "an index", facts, "Nothing in the image redirects pip."),
                warns("PIP-003", "credentials", config("index-url = https://***@pypi.example/simple"), credentials),
                warns("PIP-003", "into a folder", config("target = /opt/python"), redirected),
                warns("PIP-003", "for the user", config("user=true"), redirected),
                warns(
                        "PIP-003",
                        "credentials in a variable",
                        env("PIP_INDEX_URL", "https://me:word@pypi.example/simple"),
                        credentials),
                passes(
                        "PIP-003",
                        "none in a variable",
                        env("PIP_INDEX_URL", "https://pypi.example/@simple"),
                        "Nothing in the image redirects pip."),
                warns("PIP-003", "no index at all", env("PIP_NO_INDEX", "1"), redirected));
    }

    private static Facts config(String line) {
        return FactSets.everything().with("pip.config", new Answer(0, "/etc/pip.conf\t" + line, ""));
    }

    private static Facts env(String name, String value) {
        return FactSets.of(Launches.withEnv(Map.of(name, value)));
    }
}
