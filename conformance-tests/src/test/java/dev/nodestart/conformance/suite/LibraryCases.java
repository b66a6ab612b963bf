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
import dev.nodestart.emulator.node.NodeOutput;
import java.time.Duration;
import java.util.List;

final class LibraryCases {
    private LibraryCases() {}

    static List<CheckCase> all() {
        Facts facts = FactSets.everything();
        Answer nothing = new Answer(0, "", "");
        Facts old = FactSets.of(Launches.withLine("11.3", "11.3.x-scala2.12", Launches.spec()));
        return List.of(
                passes(
                        "LIBRARIES-001",
                        "everything is there",
                        facts,
                        "What installs cluster libraries is there: virtualenv 20.24.2 from /usr/lib/python3/dist-packages/virtualenv/__init__.py."),
                passes(
                        "LIBRARIES-001",
                        "an older line wants neither the user nor acl",
                        old.with("system.accounts", nothing).with("system.tools", nothing),
                        "What installs cluster libraries is there: virtualenv 20.24.2 from /usr/lib/python3/dist-packages/virtualenv/__init__.py."),
                fails(
                        "LIBRARIES-001",
                        "nothing is there",
                        facts.with("system.accounts", nothing)
                                .with("system.tools", nothing)
                                .with("virtualenv.version", new Answer(127, "", "virtualenv: not found")),
                        "Cluster libraries cannot be installed without a working virtualenv, the user [libraries] and setfacl."),
                warns(
                        "LIBRARIES-001",
                        "the user is not locked",
                        facts.with("libraries.locked", new Answer(0, "no", "")),
                        "The user [libraries] is not locked, as it is in the base images."),
                passes(
                        "LIBRARIES-002",
                        "installed",
                        facts,
                        "A wheel was installed as a cluster library and imported in 12 ms."),
                fails(
                        "LIBRARIES-002",
                        "the user is missing",
                        facts.with("libraries.install", install("step access\n1\n", "chown: invalid user.\n")),
                        "A cluster library could not be installed: the step [access] failed: chown: invalid user."),
                fails(
                        "LIBRARIES-002",
                        "the last step counts",
                        facts.with("libraries.install", install("step virtualenv\nstep pip\n1\n", "a\nno pip\n")),
                        "A cluster library could not be installed: the step [pip] failed: no pip."),
                fails(
                        "LIBRARIES-002",
                        "silent",
                        facts.with("libraries.install", install("step import\n0\n", "")),
                        "A wheel was installed as a cluster library, but importing it printed nothing."),
                fails(
                        "LIBRARIES-002",
                        "no end",
                        facts.with("libraries.install", FactSets.bad(CellResult.Status.TIMEOUT, "")),
                        "The installation of a cluster library did not end within 60 s."),
                passes(
                        "LIBRARIES-003",
                        "the line's",
                        facts,
                        "virtualenv has the version of the base images: [20.24.2]."),
                passes(
                        "LIBRARIES-003",
                        "another",
                        facts.with(
                                "virtualenv.version",
                                new Answer(0, "virtualenv 20.17.1+ds from /usr/bin/virtualenv", "")),
                        "virtualenv is [20.17.1], the base images have [20.24.2]."),
                passes("LIBRARIES-004", "off", facts, "virtualenv does not update itself in the background."),
                passes(
                        "LIBRARIES-004",
                        "on",
                        facts.with("virtualenv.update", nothing),
                        "virtualenv is not told to leave its background updates."),
                skips(
                        "LIBRARIES-003",
                        "none",
                        facts.with("virtualenv.version", new Answer(127, "", "virtualenv: not found")),
                        "There are not two versions to compare."),
                skips(
                        "LIBRARIES-003",
                        "another answer",
                        facts.with("virtualenv.version", new Answer(0, "20.24.2", "")),
                        "There are not two versions to compare."));
    }

    private static CellResult install(String stdout, String stderr) {
        return LibraryInstall.result(new NodeOutput(stdout, stderr, true), Duration.ofMillis(12));
    }
}
