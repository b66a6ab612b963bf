package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** pip, of the root environment and in notebooks. */
final class PipChecks {

    static final String WHEEL = "pip.wheel";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** What %pip runs beside the kernel, with a wheel that needs no index. */
    private static final String INSTALL = """
            import os, runpy, sys, tempfile, zipfile
            wheel = os.path.join(tempfile.mkdtemp(), "nodestart_notebook-1.0-py3-none-any.whl")
            with zipfile.ZipFile(wheel, "w") as archive:
                about = "nodestart_notebook-1.0.dist-info/"
                archive.writestr("nodestart_notebook.py", "answer = 42\\n")
                archive.writestr(about + "METADATA", "Metadata-Version: 2.1\\nName: nodestart-notebook\\nVersion: 1.0\\n")
                archive.writestr(about + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
                archive.writestr(about + "RECORD", "")
            sys.argv = ["pip", "--disable-pip-version-check", "install", "--no-index", "--no-deps", wheel]
            runpy.run_module("pip", run_name="__main__", alter_sys=True)""";

    private static final String IMPORT = """
            import importlib
            importlib.invalidate_caches()
            importlib.import_module("nodestart_notebook").answer""";

    private static final String REDIRECTING = "\\s*(user|target|prefix|root|no-index|require-virtualenv)\\s*=.*";

    private PipChecks() {}

    static Trial wheel() {
        return new Trial(WHEEL, "pip", PipChecks::install);
    }

    /** The kernel starts meanwhile: its first cell is a trial of another lane. */
    private static CellResult install(TrialContext context) {
        var session = context.driver().session();
        CellResult installed = session.run(Language.PYTHON_PROCESS, INSTALL, LIMIT);
        if (installed.status() != Status.OK) {
            return installed;
        }
        CellResult imported = session.run(Language.PYTHON, IMPORT, LIMIT);
        return imported.after(installed.duration());
    }

    static List<CheckRule> rules() {
        return List.of(
                must("PIP-001", "pip of the root environment works")
                        .category("python")
                        .proves(Capability.PIP)
                        .needs(LibraryInstall.NAME)
                        .why(
                                "%pip and Python cluster libraries call /databricks/python/bin/pip; a broken one fails every install.")
                        .remedy("RUN /databricks/python3/bin/python3 -m ensurepip --upgrade")
                        .source("theskumar/python-dotenv#226 (dcs.md F43, §4.3)")
                        .judge(PipChecks::version),
                must("PIP-002", "A notebook installs a package and imports it")
                        .category("python")
                        .proves(Capability.PIP)
                        .needs(PythonChecks.FIRST, WHEEL)
                        .why(
                                "%pip installs into an environment of the notebook that sees the packages of the root environment.")
                        .remedy("""
                                RUN apt-get update && apt-get install -y virtualenv
                                RUN /databricks/python3/bin/python3 -m pip install --upgrade pip""")
                        .source(
                                "databricks/containers ubuntu/python (supports %pip), theskumar/python-dotenv#226 (DCS-F43, dcs.md §1.3, §4.3)")
                        .judge(PipChecks::notebook),
                should("PIP-003", "pip's settings in the image suit a node")
                        .category("python")
                        .why(
                                "Settings that come with the image steer every %pip and library install: a password in them is readable by everyone who uses the cluster, and a redirected install is not found.")
                        .remedy("""
                                Keep an index for the build only: RUN --mount=type=secret,id=pip,target=/etc/pip.conf pip install …
                                Remove user, target, prefix, no-index and require-virtualenv from the image's pip.conf.""")
                        .source("dcs.md §4.3 (pip of /databricks/python installs libraries), F43")
                        .judge(PipChecks::settings));
    }

    private static Finding version(Facts facts) {
        Answer pip = LibraryInstall.pip(facts);
        if (pip.timedOut()) {
            return Finding.error("pip of the root environment did not answer in time.", List.of());
        }
        return pip.ok()
                ? Finding.pass("pip of the root environment answers: " + pip.lastLine() + ".")
                : Finding.fail(
                        "pip of the root environment does not run.",
                        Stream.concat(
                                        Stream.of(pip.shown("/databricks/python/bin/pip --version")),
                                        lastLines(pip.error()).stream())
                                .toList());
    }

    private static Finding notebook(Facts facts) {
        if (facts.trial(PythonChecks.FIRST).status() != Status.OK) {
            return Finding.skipped("No Python cell runs, so nothing was installed from one.");
        }
        CellResult cell = facts.trial(WHEEL);
        return switch (cell.status()) {
            case OK ->
                cell.result().map(String::strip).filter("42"::equals).isPresent()
                        ? Finding.pass("A notebook installed a wheel and imported it in "
                                + cell.duration().toMillis() + " ms.")
                        : Finding.fail(
                                "A notebook installed a wheel, but imports something else.", Cells.evidence(cell));
            case ERROR, FAILED ->
                Finding.fail(
                        "A notebook cannot install a wheel: " + Cells.lastLine(cell),
                        Stream.concat(
                                        redirected(facts).stream()
                                                .filter(line -> !line.matches("(?is).*no[-_]index.*"))
                                                .map(line -> "Steers pip: [" + line.replace("\t", ": ") + "]"),
                                        Cells.evidence(cell).stream())
                                .toList());
            case TIMEOUT ->
                Finding.fail(Cells.timedOut("Installing a wheel from a notebook", LIMIT), Cells.evidence(cell));
        };
    }

    private static List<String> lastLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - 4), lines.size());
    }

    private static Finding settings(Facts facts) {
        List<String> credentials = new ArrayList<>();
        facts.answer("pip.config").lines().stream()
                .filter(PipChecks::isCredential)
                .forEach(credentials::add);
        for (String name : List.of("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL")) {
            NodeVariables.value(facts, name)
                    .filter(value -> value.matches("(?s).*://[^/]*@.*"))
                    .ifPresent(value -> credentials.add(NodeVariables.origin(facts, name)));
        }
        if (!credentials.isEmpty()) {
            return Finding.warn("pip's settings in the image hold credentials of an index.", credentials);
        }
        List<String> redirected = redirected(facts);
        return redirected.isEmpty()
                ? Finding.pass("Nothing in the image redirects pip.")
                : Finding.warn("pip's settings in the image change where it installs to or from.", redirected);
    }

    private static List<String> redirected(Facts facts) {
        List<String> redirected = new ArrayList<>();
        facts.answer("pip.config").lines().stream()
                .filter(line -> !isCredential(line))
                .filter(line -> line.substring(line.indexOf('\t') + 1)
                        .toLowerCase(Locale.ROOT)
                        .matches(REDIRECTING))
                .forEach(redirected::add);
        for (String name :
                List.of("PIP_NO_INDEX", "PIP_REQUIRE_VIRTUALENV", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")) {
            if (NodeVariables.isSet(facts, name)) {
                redirected.add(NodeVariables.origin(facts, name));
            }
        }
        return redirected;
    }

    private static boolean isCredential(String line) {
        return line.contains("://***@");
    }
}
