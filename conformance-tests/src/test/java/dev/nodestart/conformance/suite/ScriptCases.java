package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

final class ScriptCases {
    private ScriptCases() {}

    static List<CheckCase> all() {
        List<CheckCase> cases = new ArrayList<>(forms());
        cases.addAll(commands());
        cases.addAll(habits());
        return cases;
    }

    private static List<CheckCase> forms() {
        Facts facts = FactSets.everything();
        return List.of(
                passes("SCRIPT-001", "none", facts, "No init script has Windows line endings."),
                warns(
                        "SCRIPT-001",
                        "some",
                        plain("returns\t00\t12"),
                        "Windows line endings are in the init script [tools.sh]: 12 carriage returns."),
                passes("SCRIPT-001", "no script", answer(""), "This launch has no init script."),
                skips("SCRIPT-001", "no bash", answer("no-bash"), "The image has no bash that reads the init scripts."),
                passes("SCRIPT-002", "named", facts, "Every init script names its interpreter."),
                warns(
                        "SCRIPT-002",
                        "not named",
                        answer("script\t00\tcluster\tworkspace\t/x/00\nsize\t00\t3"),
                        "No interpreter is named by the init script [tools.sh]: the first line does not begin with #!."),
                passes(
                        "SCRIPT-002",
                        "a script that cannot be read",
                        answer("script\t00\tcluster\tworkspace\t/x/00"),
                        "Every init script names its interpreter."),
                passes("SCRIPT-003", "ended", facts, "Every init script ends with a line feed."),
                warns(
                        "SCRIPT-003",
                        "a file: script beyond those of the launch has its path's name",
                        answer("script\t01\tcluster\tfile\t/opt/init/my.sh\nsize\t01\t3\nopen-end\t01"),
                        "The last line is not ended in the init script [my.sh]: no line feed after the last line."),
                passes("SCRIPT-004", "no mark", facts, "No init script begins with a byte order mark."),
                warns(
                        "SCRIPT-004",
                        "a mark",
                        plain("bom\t00"),
                        "A byte order mark is before the first line of the init script [tools.sh]: it begins with EF BB BF."),
                passes(
                        "SCRIPT-005",
                        "just 64 KB",
                        answer("script\t00\tcluster\tworkspace\t/x/00\nsize\t00\t65536"),
                        "No init script is larger than 64 KB."),
                warns(
                        "SCRIPT-005",
                        "one more",
                        answer("script\t00\tcluster\tworkspace\t/x/00\nsize\t00\t65537"),
                        "Larger than 64 KB is the init script [tools.sh]: 65537 bytes."),
                passes("SCRIPT-006", "parsed", facts, "bash can parse every init script."),
                warns(
                        "SCRIPT-006",
                        "not parsed",
                        plain("syntax\t00\tline 3: unexpected EOF"),
                        "bash cannot parse the init script [tools.sh]: line 3: unexpected EOF."));
    }

    private static List<CheckCase> commands() {
        Facts facts = FactSets.everything();
        String lacks = "Commands that the image lacks are called by the init script [tools.sh]: ";
        return List.of(
                passes("SCRIPT-007", "all there", facts, "Every command that init scripts call is there."),
                warns("SCRIPT-007", "one is not", script("jq . x; yq . y", "jq"), lacks + "yq."),
                warns(
                        "SCRIPT-007",
                        "inside sudo and a substitution",
                        script("x=$(sudo -u a foo | bar)", "sudo"),
                        lacks + "foo, bar."),
                warns("SCRIPT-007", "no pip at all", script("pip install x", "program\tpip\t"), lacks + "pip."),
                warns(
                        "SCRIPT-007",
                        "more than five",
                        script("a1; a2; a3; a4; a5; a6"),
                        lacks + "a1, a2, a3, a4, a5, …."),
                passes(
                        "SCRIPT-007",
                        "asked for, in a condition, before ||, a function, a variable, a path, or a word of a here-document",
                        script(
                                "command -v a; a; if b; then :; fi; c || true; d () \n{ \n:\n}; d; $e; /f/g; cat <<EOF\nh\nEOF",
                                "command",
                                "true",
                                "cat"),
                        "Every command that init scripts call is there."),
                passes(
                        "SCRIPT-007",
                        "another PATH",
                        script("PATH=/opt/bin:$PATH\nnosuch"),
                        "Every command that init scripts call is there."),
                passes(
                        "SCRIPT-007",
                        "a sourced file",
                        script("source /opt/functions.sh\nnosuch", "source"),
                        "Every command that init scripts call is there."),
                passes(
                        "SCRIPT-007",
                        "systemctl, which has a check of its own",
                        script("systemctl start x"),
                        "Every command that init scripts call is there."),
                passes("SCRIPT-008", "no systemctl", facts, "No init script relies on systemd."),
                passes(
                        "SCRIPT-008",
                        "one that may fail",
                        script("systemctl x || true"),
                        "No init script relies on systemd."),
                warns(
                        "SCRIPT-008",
                        "one that may not",
                        script("sudo systemctl start x"),
                        "systemd, which does not run, is called by the init script [tools.sh]: systemctl start x."),
                passes("SCRIPT-009", "it says yes", facts, "No init script asks anything."),
                passes(
                        "SCRIPT-009",
                        "an update asks nothing",
                        script("apt-get update"),
                        "No init script asks anything."),
                passes(
                        "SCRIPT-009",
                        "read from a pipe",
                        script("echo a | while read -r x; do :; done"),
                        "No init script asks anything."),
                passes(
                        "SCRIPT-009",
                        "read without a prompt",
                        script("read -r x < /etc/hostname"),
                        "No init script asks anything."),
                passes(
                        "SCRIPT-009",
                        "options in a variable",
                        script("apt-get $OPTIONS install x"),
                        "No init script asks anything."),
                warns(
                        "SCRIPT-009",
                        "nobody says yes",
                        script("sudo apt-get install --no-install-recommends jq"),
                        "Somebody is asked by the init script [tools.sh]: apt-get install --no-install-recommends jq."),
                warns(
                        "SCRIPT-009",
                        "a prompt",
                        script("read -rp Name: name"),
                        "Somebody is asked by the init script [tools.sh]: read -rp Name: name."));
    }

    private static List<CheckCase> habits() {
        Facts facts = FactSets.everything();
        String none = "No init script installs with the system's pip.";
        String some = "The system's pip is used by the init script [tools.sh]: ";
        return List.of(
                passes("SCRIPT-010", "the environment's", facts, none),
                warns(
                        "SCRIPT-010",
                        "the system's",
                        script("pip install x", "program\tpip\t/usr/bin/pip"),
                        some + "pip install x."),
                warns(
                        "SCRIPT-010",
                        "the system's as a module",
                        script("python3 -m pip install x", "program\tpython3\t/usr/bin/python3"),
                        some + "python3 -m pip install x."),
                passes(
                        "SCRIPT-010",
                        "not pip",
                        script("python3 install x", "program\tpython3\t/usr/bin/python3"),
                        none),
                passes("SCRIPT-010", "no install", script("pip list", "program\tpip\t/usr/bin/pip"), none),
                passes("SCRIPT-010", "none there", script("pip install x", "program\tpip\t"), none),
                passes(
                        "SCRIPT-010",
                        "on PATH",
                        script("pip install x", "program\tpip\t/databricks/python3/bin/pip"),
                        none),
                passes(
                        "SCRIPT-010",
                        "by the link",
                        script("pip install x", "program\tpip\t/databricks/python/bin/pip"),
                        none),
                passes(
                        "SCRIPT-010",
                        "into a folder",
                        script("pip install --target=/x y", "program\tpip\t/usr/bin/pip"),
                        none),
                passes(
                        "SCRIPT-010",
                        "into a folder, in short",
                        script("pip install -t /x y", "program\tpip\t/usr/bin/pip"),
                        none),
                passes("SCRIPT-011", "set -e", facts, "Every init script stops where a command fails."),
                passes(
                        "SCRIPT-011",
                        "by name",
                        script("set -o errexit; a; b; c"),
                        "Every init script stops where a command fails."),
                passes("SCRIPT-011", "few commands", script("a; b"), "Every init script stops where a command fails."),
                passes(
                        "SCRIPT-011",
                        "no set -e",
                        script("a; set -x; c"),
                        "Failed commands are passed over by the init script [tools.sh]: no set -e."),
                passes("SCRIPT-012", "nothing", facts, "No init script changes files of the runtime."),
                passes(
                        "SCRIPT-012",
                        "read only",
                        script("cat /databricks/spark/VERSION"),
                        "No init script changes files of the runtime."),
                passes(
                        "SCRIPT-012",
                        "a copy",
                        script("cp /x /databricks/spark/conf/y"),
                        "Files of the runtime are changed by the init script [tools.sh]: cp /x /databricks/spark/conf/y."));
    }

    private static Facts answer(String out) {
        return FactSets.everything().with("scripts.read", new Answer(0, out, ""));
    }

    private static Facts plain(String row) {
        return answer("script\t00\tcluster\tworkspace\t/x/00\nsize\t00\t99\nshebang\t00\t/bin/bash\n" + row);
    }

    /** A script with these lines, and the commands that the node knows. */
    private static Facts script(String text, String... known) {
        String rows = text.lines().map(line -> "text\t00\t" + line).collect(Collectors.joining("\n"));
        String knows = List.of(known).stream()
                .map(word -> word.startsWith("program\t") ? word.replaceFirst("\t", "\t00\t") : "known\t00\t" + word)
                .collect(Collectors.joining("\n"));
        return plain(rows + "\n" + knows);
    }
}
