package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notebook's autocompletion. */
final class LanguageServer {

    private static final String IMPORT = "lsp.import";
    private static final LineRange LINES = LineRange.since("12.2");

    private LanguageServer() {}

    static List<CheckRule> rules() {
        return List.of(
                must("LSP-001", "The notebook's language server can be imported")
                        .category("language-server")
                        .proves(Capability.LANGUAGE_SERVER)
                        .lines(LINES)
                        .needs(IMPORT)
                        .why(
                                "Autocompletion in notebooks runs from the second virtual environment /databricks/python-lsp.")
                        .remedy("""
                                RUN virtualenv --python=python3 /databricks/python-lsp
                                RUN /databricks/python-lsp/bin/pip install python-lsp-server""")
                        .source("databricks/containers#190, #192 (dcs.md F24, §1.2)")
                        .judge(LanguageServer::canBeImported),
                info("LSP-002", "The language server's environment is that of the line's base images")
                        .category("language-server")
                        .lines(LINES)
                        .needs(IMPORT)
                        .why("The runtime was tried with these versions; other ones are not wrong, but less tried.")
                        .remedy("RUN /databricks/python-lsp/bin/pip install python-lsp-server==VERSION jedi==VERSION")
                        .source("databricks/containers ubuntu/python (dcs.md §9, F24)")
                        .judge(LanguageServer::versions),
                should("LSP-003", "IPython and jedi fit each other")
                        .category("language-server")
                        .tags("build")
                        .why(
                                "IPython before 7.20 calls jedi in a way that jedi 0.18 no longer knows, so completing a word fails.")
                        .remedy("RUN /databricks/python3/bin/pip install 'jedi<0.18'")
                        .source("databricks/containers 2be6064, c97f119; IPython's release notes (dcs.md F24)")
                        .judge(LanguageServer::pair));
    }

    private static Finding canBeImported(Facts facts) {
        Answer server = facts.answer(IMPORT);
        return server.ok()
                ? Finding.pass("/databricks/python-lsp has python-lsp-server.")
                : Finding.fail(
                        "Notebooks get no autocompletion: /databricks/python-lsp has no python-lsp-server.",
                        List.of(server.shown("/databricks/python-lsp/bin/python -c 'import pylsp'")));
    }

    private static Finding versions(Facts facts) {
        Answer server = facts.answer(IMPORT);
        if (!server.ok()) {
            return Finding.skipped("There is no language server.");
        }
        List<String> differences = new ArrayList<>();
        compare(server, "python", facts.runtime().python().minor(), differences);
        Map<String, String> pins = facts.runtime().lspPins();
        for (String name : List.of("python-lsp-server", "jedi")) {
            compare(server, name, pins.getOrDefault(name, ""), differences);
        }
        return differences.isEmpty()
                ? Finding.pass("The language server's environment has the versions of the base images.")
                : Finding.fail(
                        "The language server's environment differs from the base images': "
                                + String.join(", ", differences) + ".",
                        differences);
    }

    private static void compare(Answer server, String name, String wanted, List<String> differences) {
        Optional<String> found = server.lines().stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst();
        if (!wanted.isEmpty() && !found.equals(Optional.of(wanted))) {
            differences.add(name + " [" + found.orElse("none") + "] for [" + wanted + "]");
        }
    }

    private static Finding pair(Facts facts) {
        List<String> folders = facts.answer("editor.packages").lines();
        Optional<int[]> ipython = version(folders, "ipython");
        Optional<int[]> jedi = version(folders, "jedi");
        if (ipython.isEmpty() || jedi.isEmpty()) {
            return Finding.skipped("The environment does not have both IPython and jedi.");
        }
        boolean old = before(ipython.get(), 7, 20);
        return old && !before(jedi.get(), 0, 18)
                ? Finding.fail(
                        "jedi [" + text(jedi.get()) + "] does not work with IPython [" + text(ipython.get()) + "].",
                        folders)
                : Finding.pass("IPython [" + text(ipython.get()) + "] and jedi [" + text(jedi.get()) + "] fit.");
    }

    /** Major and minor version from the name of a package's folder, such as {@code jedi-0.18.1.dist-info}. */
    private static Optional<int[]> version(List<String> folders, String name) {
        Pattern pattern = Pattern.compile("(?i)" + name + "-(\\d{1,6})\\.(\\d{1,6}).*");
        return folders.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(match -> new int[] {Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))})
                .findFirst();
    }

    private static boolean before(int[] version, int major, int minor) {
        return version[0] < major || (version[0] == major && version[1] < minor);
    }

    private static String text(int[] version) {
        return version[0] + "." + version[1];
    }
}
