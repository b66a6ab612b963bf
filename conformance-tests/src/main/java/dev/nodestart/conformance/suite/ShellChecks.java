package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code %sh}. */
final class ShellChecks {

    static final String COMMAND = "shell.command";
    static final String LOGIN = "shell.login";

    private static final int EXIT_CODE = 7;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Standard error and the exit code are part of the question whether shell commands work. */
    private static final String CODE =
            "printf 'bash=%s\\n' \"${BASH_VERSION-}\"; printf 'nodestart-stderr\\n' >&2; (exit " + EXIT_CODE + ")";

    private ShellChecks() {}

    static CheckGroup group() {
        return new CheckGroup(
                "shell.sh",
                List.of(new Trial(
                        COMMAND, "shell", context -> context.driver().session().run(Language.SHELL, CODE, LIMIT))),
                List.of(
                        must("SHELL-001", "A %sh command runs in bash, with its output and exit code")
                                .proves(Capability.SHELL)
                                .needs(COMMAND)
                                .why("%sh cells and the platform's own scripts need bash.")
                                .remedy("RUN apt-get update && apt-get install -y bash coreutils")
                                .source("Databricks docs, requirements of custom containers (dcs.md §1.1 rows 2 and 4)")
                                .judge(ShellChecks::shell),
                        should("SHELL-002", "bash is of version 4 or newer")
                                .why(
                                        "The platform's scripts are written for the bash of Ubuntu, which has been 4 or newer in every line.")
                                .remedy("RUN apt-get update && apt-get install -y bash")
                                .source("Databricks docs, requirements of custom containers (dcs.md §1.1 row 2, §1.3)")
                                .judge(ShellChecks::version),
                        should("SHELL-003", "A login shell comes to its command without a word")
                                .needs(LOGIN)
                                .why(
                                        "What /etc/profile.d or /root/.profile prints mixes with the output of tools that start login shells, and one that exits ends them.")
                                .remedy("Print and exit only where the shell is interactive: case $- in *i*) … ;; esac")
                                .source("dcs.md §1.2 (conda.sh is linked into /etc/profile.d)")
                                .judge(ShellChecks::login),
                        info("SHELL-004", "sh is bash or dash")
                                .why(
                                        "Init scripts without a first line run in sh, and its kind decides what they may use.")
                                .remedy("Begin every script with: #!/bin/bash")
                                .source(
                                        "Databricks docs, requirements of custom containers (dcs.md §1.1 rows 2, 4 and 7, §4.9)")
                                .judge(ShellChecks::sh)));
    }

    private static Finding version(Facts facts) {
        Answer answer = facts.answer("shell.bash");
        String version = FactLines.of(answer).first("bash");
        if (version.isEmpty()) {
            return Finding.warn("The image has no bash.", List.of(answer.shown("bash --version")));
        }
        return version.matches("[0-3]\\..*")
                ? Finding.warn("bash is of version [" + version + "].", List.of("BASH_VERSION=" + version))
                : Finding.pass("bash is of version " + version + ".");
    }

    private static Finding login(Facts facts) {
        Answer answer = facts.answer(LOGIN);
        if (answer.exitCode() == 127) {
            return Finding.skipped("The image has no bash.");
        }
        if (answer.timedOut()) {
            return Finding.error("A login shell did not answer in time.", List.of());
        }
        List<String> said = Stream.concat(
                        answer.lines().stream(), answer.error().lines())
                .filter(line -> !line.startsWith("@login ") && !line.isBlank())
                .limit(10)
                .toList();
        if (answer.lines().stream().noneMatch(line -> line.startsWith("@login "))) {
            return Finding.warn(
                    "A login shell does not come to its command.", List.of(answer.shown("bash -lc 'echo'")));
        }
        return said.isEmpty()
                ? Finding.pass("A login shell comes to its command without a word.")
                : Finding.warn("A login shell says something before its command.", said);
    }

    private static Finding sh(Facts facts) {
        String path = FactLines.of(facts.answer("shell.bash")).first("/bin/sh");
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            return Finding.skipped("The image has no readlink that tells what /bin/sh is.");
        }
        return name.equals("bash") || name.equals("dash")
                ? Finding.pass("/bin/sh is " + name + ".")
                : Finding.warn("/bin/sh is [" + name + "], neither bash nor dash.", List.of("/bin/sh: " + path));
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
