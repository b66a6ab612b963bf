package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that init scripts call, as bash parsed them. */
final class ScriptCommandChecks {

    private static final Set<String> PACKAGE_TOOLS = Set.of("apt-get", "apt", "yum", "dnf");

    /** Judged by a check of their own. */
    private static final Set<String> SYSTEMD = Set.of("systemctl", "journalctl", "loginctl");

    private ScriptCommandChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                should("SCRIPT-007", "Init scripts call only commands that the image has")
                        .needs(InitScriptFacts.QUESTION)
                        .why(
                                "Without `set -e` a missing command goes unnoticed: the script ends well, and what it should have done is not done.")
                        .remedy("Install the commands in the image: RUN apt-get update && apt-get install -y PACKAGE")
                        .source("databricks/containers ubuntu/minimal brings few commands (dcs.md §1.3, §5)")
                        .judge(facts -> ScriptChecks.judge(
                                facts,
                                ScriptCommandChecks::missing,
                                "Every command that init scripts call is there.",
                                "Commands that the image lacks are called by the init script")),
                should("SCRIPT-008", "Init scripts do not rely on systemd")
                        .needs(InitScriptFacts.QUESTION)
                        .why("systemd does not run in the base images' containers, so systemctl reaches nothing.")
                        .remedy("Start the daemon itself, or with: sudo service NAME start")
                        .source("databricks/containers ubuntu/ssh (dcs.md §8, F37)")
                        .judge(facts -> each(
                                facts,
                                (script, command) -> Set.of("systemctl", "journalctl", "loginctl")
                                                .contains(command.name())
                                        && !command.tolerated(),
                                "No init script relies on systemd.",
                                "systemd, which does not run, is called by the init script")),
                should("SCRIPT-009", "Init scripts ask nobody")
                        .needs(InitScriptFacts.QUESTION)
                        .why("Nobody is there to answer: a command that asks ends at once, or waits for ever.")
                        .remedy("apt-get install -y PACKAGE")
                        .source("Databricks docs, init scripts run unattended at the start of each node (dcs.md §5)")
                        .judge(facts -> each(
                                facts,
                                (script, command) -> asks(command),
                                "No init script asks anything.",
                                "Somebody is asked by the init script")),
                should("SCRIPT-010", "Init scripts install Python packages into the line's environment")
                        .needs(InitScriptFacts.QUESTION)
                        .why(
                                "A plain pip is the system's: what it installs is not in the environment of notebooks, or is hidden behind it.")
                        .remedy("/databricks/python/bin/pip install PACKAGE")
                        .source(
                                "Databricks docs, custom containers; databricks/containers ubuntu/python (dcs.md §4.3, §8)")
                        .judge(facts -> each(
                                facts,
                                (script, command) -> systemPip(facts, script, command),
                                "No init script installs with the system's pip.",
                                "The system's pip is used by the init script")),
                info("SCRIPT-011", "Init scripts stop where a command fails")
                        .needs(InitScriptFacts.QUESTION)
                        .why(
                                "A script's exit status is that of its last command: without `set -e` the cluster starts although a step failed.")
                        .remedy("Put this after the first line: set -euo pipefail")
                        .source("Databricks docs, init scripts: a non-zero exit status fails the launch (dcs.md §5)")
                        .judge(facts -> ScriptChecks.judge(
                                facts,
                                script -> commands(script)
                                                        .filter(ScriptCommandChecks::stopsAtErrors)
                                                        .findAny()
                                                        .isEmpty()
                                                && commands(script).count() > 2
                                                && !script.value("shebang").matches(".* -[a-z]*e.*")
                                        ? List.of("no set -e")
                                        : List.of(),
                                "Every init script stops where a command fails.",
                                "Failed commands are passed over by the init script")),
                info("SCRIPT-012", "Init scripts change no file of the runtime")
                        .needs(InitScriptFacts.QUESTION)
                        .why(
                                "What lies under /databricks/spark may change with every update of the runtime; scripts that edit it break then.")
                        .remedy("Use spark_conf and spark_env_vars of the cluster instead.")
                        .source("dcs.md §4.3 (injected folders), F08")
                        .judge(facts -> each(
                                facts,
                                (script, command) -> Set.of("cp", "mv", "rm", "ln", "tee", "sed")
                                                .contains(command.name())
                                        && command.arguments().stream()
                                                .anyMatch(word -> word.startsWith("/databricks/spark/")),
                                "No init script changes files of the runtime.",
                                "Files of the runtime are changed by the init script")));
    }

    private static Stream<ShellCommand> commands(InitScriptFacts script) {
        return script.commands().stream()
                .flatMap(text -> text.commands().stream())
                .flatMap(command -> command.unwrapped().stream());
    }

    private static Finding each(
            Facts facts, BiFunction<InitScriptFacts, ShellCommand, Boolean> bad, String none, String complaint) {
        return ScriptChecks.judge(
                facts,
                script -> commands(script)
                        .filter(command -> bad.apply(script, command))
                        .map(ShellCommand::shown)
                        .distinct()
                        .toList(),
                none,
                complaint);
    }

    private static List<String> missing(InitScriptFacts script) {
        if (changesWhatIsKnown(script)) {
            return List.of();
        }
        Set<String> known = script.known();
        Set<String> asked = commands(script)
                .filter(ShellCommand::isQuestion)
                .flatMap(command -> command.arguments().stream())
                .collect(Collectors.toSet());
        Set<String> functions =
                script.commands().map(ShellText.Result::functions).orElse(Set.of());
        return commands(script)
                .filter(command -> !command.tolerated() && !command.isUnknown())
                .map(ShellCommand::name)
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_.+-]*"))
                .filter(name -> !Set.of("pip", "pip3", "python", "python3").contains(name)
                        || script.program(name).isEmpty())
                .filter(name -> !SYSTEMD.contains(name))
                .filter(name -> !known.contains(name) && !asked.contains(name) && !functions.contains(name))
                .distinct()
                .toList();
    }

    /** A sourced file may define commands, and PATH may lead to others: then nothing can be said. */
    private static boolean changesWhatIsKnown(InitScriptFacts script) {
        return script.lines().of("text", 2).stream()
                        .anyMatch(row ->
                                row.get(0).equals(script.index()) && row.get(1).contains("PATH="))
                || commands(script)
                        .anyMatch(command ->
                                Set.of(".", "source", "eval", "alias").contains(command.name()));
    }

    private static boolean asks(ShellCommand command) {
        List<String> words = command.arguments();
        if (PACKAGE_TOOLS.contains(command.name())) {
            boolean installs = words.stream()
                    .anyMatch(word -> Set.of("install", "upgrade", "dist-upgrade", "remove", "purge")
                            .contains(word));
            boolean answered = words.stream()
                    .anyMatch(word -> word.matches("-[a-zA-Z]*y[a-zA-Z]*|-q{2,}|--yes|--assume-yes|--assumeyes|\\$.*"));
            return installs && !answered;
        }
        return command.name().equals("read")
                && words.stream().anyMatch(word -> word.matches("-[a-z]*p"))
                && !command.tolerated();
    }

    private static boolean systemPip(Facts facts, InitScriptFacts script, ShellCommand command) {
        boolean pip = Set.of("pip", "pip3").contains(command.name());
        boolean module = Set.of("python", "python3").contains(command.name())
                && String.join(" ", command.arguments()).startsWith("-m pip ");
        if (!(pip || module) || !command.arguments().contains("install")) {
            return false;
        }
        boolean elsewhere = command.arguments().stream()
                .anyMatch(word -> word.equals("-t") || word.startsWith("--target") || word.startsWith("--prefix"));
        return !elsewhere
                && script.program(command.name())
                        .filter(path ->
                                !path.startsWith(facts.runtime().python().root() + "/")
                                        && !path.startsWith("/databricks/python/"))
                        .isPresent();
    }

    private static boolean stopsAtErrors(ShellCommand command) {
        return command.name().equals("set")
                && command.arguments().stream().anyMatch(word -> word.matches("-[a-zA-Z]*e[a-zA-Z]*|errexit"));
    }
}
