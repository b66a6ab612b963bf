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
import java.util.List;

final class AccessCases {
    private AccessCases() {}

    static List<CheckCase> all() {
        Facts facts = FactSets.everything();
        return List.of(
                passes(
                        "SSH-001",
                        "server and user",
                        facts,
                        "The image brings /usr/sbin/sshd and the user [ubuntu]; an init script must start it."),
                warns(
                        "SSH-001",
                        "no user",
                        facts.with("system.accounts", new Answer(0, "root:x:0:0::/root:/bin/sh", "")),
                        "The image has an SSH server, but not the user [ubuntu] as whom the platform lets people in."),
                fails(
                        "SSH-001",
                        "no server",
                        facts.with("system.tools", new Answer(0, "sshd\t", "")),
                        "This image has no SSH server."),
                passes("LSP-001", "it can be imported", facts, "/databricks/python-lsp has python-lsp-server."),
                fails(
                        "LSP-001",
                        "no environment",
                        facts.with("lsp.import", new Answer(127, "", "not found")),
                        "Notebooks get no autocompletion: /databricks/python-lsp has no python-lsp-server."),
                skips(
                        "LSP-001",
                        "an older line",
                        FactSets.of(Launches.withLine("11.3", "11.3.x-scala2.12", Launches.spec())),
                        "Applies to DBR [12.2+], this is [11.3]."));
    }
}
