package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Init scripts as text: what a script that ran here may still stumble over on the platform. */
final class ScriptChecks {

    /** The limit of global scripts; that of cluster-scoped ones is the same, but only recalled (dcs.md §5). */
    private static final long LIMIT_BYTES = 64 * 1024;

    private static final int MOST_SHOWN = 5;

    private ScriptChecks() {}

    static CheckGroup group() {
        return CheckGroup.of(
                "scripts.sh",
                Stream.of(form(), ScriptCommandChecks.rules())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<CheckRule> form() {
        return List.of(
                should("SCRIPT-001", "Init scripts have no Windows line endings")
                        .needs(InitScriptFacts.QUESTION)
                        .why(
                                "A carriage return belongs to the word before it: bash looks for commands and files of that name.")
                        .remedy("sed -i 's/\\r$//' init.sh   # and in .gitattributes: *.sh text eol=lf")
                        .source("dotnet/spark#183 (dcs.md §5)")
                        .judge(facts -> judge(
                                facts,
                                script -> script.has("returns")
                                        ? List.of(script.value("returns") + " carriage returns")
                                        : List.of(),
                                "No init script has Windows line endings.",
                                "Windows line endings are in the init script")),
                should("SCRIPT-002", "Init scripts name their interpreter in the first line")
                        .needs(InitScriptFacts.QUESTION)
                        .why(
                                "A script without one falls back to the plain shell, which is not bash on Debian and Ubuntu.")
                        .remedy("Begin the script with: #!/bin/bash")
                        .source("Databricks docs, init scripts (dcs.md §4.9, §5)")
                        .judge(facts -> judge(
                                facts,
                                script -> script.has("size") && !script.has("shebang")
                                        ? List.of("the first line does not begin with #!")
                                        : List.of(),
                                "Every init script names its interpreter.",
                                "No interpreter is named by the init script")),
                should("SCRIPT-003", "Init scripts end with a line feed")
                        .needs(InitScriptFacts.QUESTION)
                        .why("A missing line feed at the end has made the platform fail such scripts.")
                        .remedy("echo >> init.sh")
                        .source("Azure-Databricks-Monitoring#11 (dcs.md §5)")
                        .judge(facts -> judge(
                                facts,
                                script -> script.has("open-end")
                                        ? List.of("no line feed after the last line")
                                        : List.of(),
                                "Every init script ends with a line feed.",
                                "The last line is not ended in the init script")),
                should("SCRIPT-004", "Init scripts begin without a byte order mark")
                        .needs(InitScriptFacts.QUESTION)
                        .why("The mark stands before #!, so the kernel does not see the interpreter.")
                        .remedy("sed -i '1s/^\\xef\\xbb\\xbf//' init.sh")
                        .source("dcs.md §4.9, §5 (scripts are executed by their own first line)")
                        .judge(facts -> judge(
                                facts,
                                script -> script.has("bom") ? List.of("it begins with EF BB BF") : List.of(),
                                "No init script begins with a byte order mark.",
                                "A byte order mark is before the first line of the init script")),
                should("SCRIPT-005", "Init scripts are not larger than 64 KB")
                        .needs(InitScriptFacts.QUESTION)
                        .why("The platform refuses larger ones.")
                        .remedy("Put what the script carries into the image, or fetch it in the script.")
                        .source("terraform-provider-databricks global_init_script (dcs.md §5)")
                        .judge(facts -> judge(
                                facts,
                                script -> script.number("size") > LIMIT_BYTES
                                        ? List.of(script.number("size") + " bytes")
                                        : List.of(),
                                "No init script is larger than 64 KB.",
                                "Larger than 64 KB is the init script")),
                should("SCRIPT-006", "bash can parse init scripts to their end")
                        .needs(InitScriptFacts.QUESTION)
                        .why(
                                "A shell reads a script as it runs it: what it cannot parse shows only when it comes there.")
                        .remedy("bash -n init.sh   # names the line")
                        .source("dcs.md §5 (init scripts are shell scripts)")
                        .judge(facts -> judge(
                                facts,
                                script -> script.has("syntax") ? List.of(script.value("syntax")) : List.of(),
                                "bash can parse every init script.",
                                "bash cannot parse the init script")));
    }

    /** Judges every script; the message names those that something was found in, the evidence says what. */
    static Finding judge(
            Facts facts, Function<InitScriptFacts, List<String>> complaints, String none, String complaint) {
        if (facts.answer(InitScriptFacts.QUESTION).out().equals("no-bash")) {
            return Finding.skipped("The image has no bash that reads the init scripts.");
        }
        List<InitScriptFacts> scripts = InitScriptFacts.of(facts);
        if (scripts.isEmpty()) {
            return Finding.pass("This launch has no init script.");
        }
        Set<String> names = new LinkedHashSet<>();
        List<String> evidence = new ArrayList<>();
        Set<String> found = new LinkedHashSet<>();
        for (InitScriptFacts script : scripts) {
            for (String one : complaints.apply(script)) {
                names.add(script.name());
                evidence.add(script.name() + ": " + one);
                found.add(one);
            }
        }
        return names.isEmpty()
                ? Finding.pass(none)
                : Finding.warn(
                        complaint + " [" + String.join("], [", names) + "]: "
                                + found.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
                                + (found.size() > MOST_SHOWN ? ", …" : "") + ".",
                        evidence);
    }
}
