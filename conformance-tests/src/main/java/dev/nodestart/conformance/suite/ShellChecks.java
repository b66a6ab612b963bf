package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.List;

/** {@code %sh}. */
final class ShellChecks {

    static final String COMMAND = "shell.command";

    private static final int EXIT_CODE = 7;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Standard error and the exit code are part of the question whether shell commands work. */
    private static final String CODE =
            "printf 'bash=%s\\n' \"${BASH_VERSION-}\"; printf 'nodestart-stderr\\n' >&2; (exit " + EXIT_CODE + ")";

    private ShellChecks() {}

    static CheckGroup group() {
        return new CheckGroup(
                "",
                List.of(new Trial(
                        COMMAND, "shell", context -> context.driver().session().run(Language.SHELL, CODE, LIMIT))),
                List.of(must("SHELL-001", "A %sh command runs in bash, with its output and exit code")
                        .proves(Capability.SHELL)
                        .needs(COMMAND)
                        .why("%sh cells and the platform's own scripts need bash.")
                        .remedy("RUN apt-get update && apt-get install -y bash coreutils")
                        .source("Databricks docs, requirements of custom containers (dcs.md §1.1 rows 2 and 4)")
                        .judge(ShellChecks::shell)));
    }

    private static Finding shell(Facts facts) {
        CellResult cell = facts.trial(COMMAND);
        if (cell.status() == Status.FAILED) {
            return Finding.fail(
                    "The shell session could not be started: " + Cells.lastLine(cell), Cells.evidence(cell));
        }
        if (cell.status() == Status.TIMEOUT) {
            return Finding.fail(Cells.timedOut("A shell command", LIMIT), Cells.evidence(cell));
        }
        String first = cell.stdout().lines().findFirst().orElse("");
        if (!first.startsWith("bash=")) {
            return Finding.fail("A shell command ran, but its output got lost.", Cells.evidence(cell));
        }
        if (first.equals("bash=")) {
            return Finding.fail("Shell commands run in another shell than bash.", Cells.evidence(cell));
        }
        if (cell.exitCode() != EXIT_CODE || !cell.stderr().contains("nodestart-stderr")) {
            return Finding.fail("A shell command's exit code or standard error got lost.", Cells.evidence(cell));
        }
        return Finding.pass("Shell commands run in bash " + first.substring("bash=".length()) + ".");
    }
}
