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
                        "A shell command's exit code or standard error got lost."),
                passes("SHELL-002", "a new one", facts, "bash is of version 5.1.16(1)-release."),
                warns(
                        "SHELL-002",
                        "an old one",
                        facts.with("shell.bash", new Answer(0, "bash\t3.2.57(1)-release", "")),
                        "bash is of version [3.2.57(1)-release]."),
                warns(
                        "SHELL-002",
                        "none",
                        facts.with("shell.bash", new Answer(127, "/bin/sh\t/bin/busybox", "bash: not found")),
                        "The image has no bash."),
                passes("SHELL-003", "silence", facts, "A login shell comes to its command without a word."),
                warns(
                        "SHELL-003",
                        "a greeting",
                        facts.with("shell.login", new Answer(0, "Welcome\n\n@login 0", "")),
                        "A login shell says something before its command."),
                warns(
                        "SHELL-003",
                        "an error",
                        facts.with("shell.login", new Answer(0, "@login 0", "conda: not found")),
                        "A login shell says something before its command."),
                warns(
                        "SHELL-003",
                        "a profile that exits",
                        facts.with("shell.login", new Answer(1, "", "")),
                        "A login shell does not come to its command."),
                skips(
                        "SHELL-003",
                        "no bash",
                        facts.with("shell.login", new Answer(127, "", "bash: not found")),
                        "The image has no bash."),
                errs(
                        "SHELL-003",
                        "no answer in time",
                        facts.with("shell.login", new Answer(124, "", "")),
                        "A login shell did not answer in time."),
                passes("SHELL-004", "dash", facts, "/bin/sh is dash."),
                passes(
                        "SHELL-004",
                        "bash",
                        facts.with("shell.bash", new Answer(0, "/bin/sh\t/usr/bin/bash", "")),
                        "/bin/sh is bash."),
                passes(
                        "SHELL-004",
                        "another one",
                        facts.with("shell.bash", new Answer(0, "/bin/sh\t/bin/busybox", "")),
                        "/bin/sh is [busybox], neither bash nor dash."),
                skips(
                        "SHELL-004",
                        "no readlink",
                        facts.with("shell.bash", new Answer(0, "/bin/sh\t", "")),
                        "The image has no readlink that tells what /bin/sh is."));
    }

    private static CellResult command(String stdout, String stderr, int exitCode) {
        return new CellResult(
                Status.ERROR, stdout, stderr, Optional.empty(), Optional.empty(), exitCode, Duration.ofMillis(12));
    }
}
