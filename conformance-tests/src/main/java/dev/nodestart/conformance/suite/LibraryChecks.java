package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.must;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.node.CellResult;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the platform uses to install cluster libraries. */
final class LibraryChecks {

    /** The base images have the user and setfacl from this line on (dcs.md §1.2). */
    static final LineRange USER_AND_ACL = LineRange.since("13.3");

    private static final String VIRTUALENV = "virtualenv.version";

    private LibraryChecks() {}

    static CheckGroup group() {
        return new CheckGroup(
                "libraries.sh",
                List.of(LibraryInstall.trial()),
                List.of(
                        must("LIBRARIES-001", "virtualenv, the locked user [libraries] and setfacl are there")
                                .capability(Capability.CLUSTER_LIBRARIES)
                                .needs(VIRTUALENV)
                                .why(
                                        "The platform installs cluster libraries with virtualenv, as the user [libraries], and grants access with setfacl.")
                                .remedy("""
                    RUN apt-get update && apt-get install -y virtualenv acl
                    RUN useradd libraries && usermod -L libraries""")
                                .source("databricks/containers#135, #139, #194 (dcs.md F01, F23, §1.2)")
                                .judge(LibraryChecks::libraries),
                        must("LIBRARIES-002", "A cluster library can be installed and imported")
                                .proves(Capability.CLUSTER_LIBRARIES)
                                .needs(LibraryInstall.NAME)
                                .why(
                                        "Cluster libraries are installed by the root environment's pip, as the user [libraries], into an environment that virtualenv made.")
                                .remedy("""
                    RUN apt-get update && apt-get install -y virtualenv acl sudo
                    RUN useradd libraries && usermod -L libraries
                    RUN /databricks/python3/bin/python3 -m ensurepip --upgrade""")
                                .source(
                                        "databricks/containers#135, #194; theskumar/python-dotenv#226 (dcs.md F23, F43, §4.3)")
                                .judge(LibraryChecks::installed),
                        info("LIBRARIES-003", "virtualenv has the version of the line's base images")
                                .needs(VIRTUALENV)
                                .why(
                                        "The runtime was tried with this version; another one is not wrong, but less tried.")
                                .remedy("RUN pip install virtualenv==VERSION\nwith the version that the message names")
                                .source("databricks/containers ubuntu/python (dcs.md §1.3)")
                                .judge(LibraryChecks::version),
                        info("LIBRARIES-004", "virtualenv does not update itself in the background")
                                .tags("build")
                                .why(
                                        "virtualenv looks for newer versions of pip in the background and puts them into environments made later; the base images switch that off.")
                                .remedy("ENV VIRTUALENV_NO_PERIODIC_UPDATE=1")
                                .source("databricks/containers ubuntu/gpu venv (dcs.md §1.2)")
                                .judge(LibraryChecks::update)));
    }

    private static Finding libraries(Facts facts) {
        boolean userAndAcl = USER_AND_ACL.contains(facts.launch().line());
        List<String> missing = new ArrayList<>();
        Answer virtualenv = facts.answer(VIRTUALENV);
        if (!virtualenv.ok()) {
            missing.add("a working virtualenv");
        }
        if (userAndAcl && !Accounts.has(facts, "libraries")) {
            missing.add("the user [libraries]");
        }
        if (userAndAcl && Tools.path(facts, "setfacl").isEmpty()) {
            missing.add("setfacl");
        }
        List<String> evidence = List.of(virtualenv.shown("virtualenv --version"));
        if (!missing.isEmpty()) {
            return Finding.fail("Cluster libraries cannot be installed without " + join(missing) + ".", evidence);
        }
        if (userAndAcl && !facts.answer("libraries.locked").out().equals("yes")) {
            return Finding.warn("The user [libraries] is not locked, as it is in the base images.", evidence);
        }
        return Finding.pass("What installs cluster libraries is there: " + virtualenv.lastLine() + ".");
    }

    private static Finding installed(Facts facts) {
        CellResult trial = facts.trial(LibraryInstall.NAME);
        if (trial.status() == CellResult.Status.TIMEOUT) {
            return Finding.fail(
                    Cells.timedOut("The installation of a cluster library", LibraryInstall.LIMIT),
                    LibraryInstall.evidence(trial));
        }
        String step = trial.stdout()
                .lines()
                .filter(line -> line.startsWith("step "))
                .map(line -> line.substring("step ".length()))
                .reduce("", (first, second) -> second);
        if (trial.status() != CellResult.Status.OK) {
            return Finding.fail(
                    "A cluster library could not be installed: the step [" + step + "] failed: "
                            + Cells.lastLine(trial).replaceAll("[.\\s]+$", "") + ".",
                    LibraryInstall.evidence(trial));
        }
        return trial.stdout().lines().anyMatch("library installed"::equals)
                ? Finding.pass("A wheel was installed as a cluster library and imported in "
                        + trial.duration().toMillis() + " ms.")
                : Finding.fail(
                        "A wheel was installed as a cluster library, but importing it printed nothing.",
                        LibraryInstall.evidence(trial));
    }

    private static Finding version(Facts facts) {
        Answer virtualenv = facts.answer(VIRTUALENV);
        String wanted = facts.runtime().python().tools().getOrDefault("virtualenv", "");
        Matcher version = Pattern.compile("virtualenv (\\d[0-9.]*\\d).*").matcher(virtualenv.lastLine());
        if (!virtualenv.ok() || wanted.isEmpty() || !version.matches()) {
            return Finding.skipped("There are not two versions to compare.");
        }
        return version.group(1).equals(wanted)
                ? Finding.pass("virtualenv has the version of the base images: [" + wanted + "].")
                : Finding.fail(
                        "virtualenv is [" + version.group(1) + "], the base images have [" + wanted + "].", List.of());
    }

    private static Finding update(Facts facts) {
        return facts.answer("virtualenv.update").lines().contains("off")
                ? Finding.pass("virtualenv does not update itself in the background.")
                : Finding.fail("virtualenv is not told to leave its background updates.", List.of());
    }

    private static String join(List<String> things) {
        int last = things.size() - 1;
        return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
