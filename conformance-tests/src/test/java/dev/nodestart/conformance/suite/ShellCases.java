package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;

import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class ShellCases {
    private ShellCases() {}

    static List<CheckCase> all() {
        Facts facts = FactSets.everything();
        return List.of(
                passes("SHELL-001", "bash answers", facts, "Shell commands run in bash 5.1.16(1)-release."),
                fails(
                        "SHELL-001",
                        "no session",
                        facts.with(
                                "shell.command", FactSets.bad(Status.FAILED, "Cannot run program \"bash\": error=2")),
                        "The shell session could not be started: Cannot run program \"bash\": error=2"),
                fails(
                        "SHELL-001",
                        "no end",
                        facts.with("shell.command", FactSets.bad(Status.TIMEOUT, "")),
                        "A shell command did not end within 30 s."),
                fails(
                        "SHELL-001",
                        "another shell",
                        facts.with("shell.command", command("bash=\n", "nodestart-stderr\n", 7)),
                        "Shell commands run in another shell than bash."),
                fails(
                        "SHELL-001",
                        "no output",
                        facts.with("shell.command", command("", "nodestart-stderr\n", 7)),
                        "A shell command ran, but its output got lost."),
                fails(
                        "SHELL-001",
                        "no exit code",
                        facts.with("shell.command", command("bash=5.1\n", "nodestart-stderr\n", 0)),
                        "A shell command's exit code or standard error got lost."),
                fails(
                        "SHELL-001",
                        "no standard error",
                        facts.with("shell.command", command("bash=5.1\n", "", 7)),
                        "A shell command's exit code or standard error got lost."));
    }

    private static CellResult command(String stdout, String stderr, int exitCode) {
        return new CellResult(
                Status.ERROR, stdout, stderr, Optional.empty(), Optional.empty(), exitCode, Duration.ofMillis(12));
    }
}
