package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
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
                        "The user [libraries] is not locked, as it is in the base images."));
    }
}
