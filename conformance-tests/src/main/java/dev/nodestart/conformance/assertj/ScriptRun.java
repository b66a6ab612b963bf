package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.junit.Node;
import dev.nodestart.emulator.model.InitScriptRun;
import java.util.List;
import java.util.Optional;

/**
 * What a node did with an init script that somebody expects.
 *
 * @param node where
 * @param name as the test gives it
 * @param run empty where there is no such script
 * @param known destinations of the scripts that there are
 */
public record ScriptRun(Node node, String name, Optional<InitScriptRun> run, List<String> known) {

    /** A script is found by its destination or by its file name. */
    static ScriptRun of(Node node, String name) {
        List<InitScriptRun> all = node.launch().initScripts().stream()
                .filter(run -> run.node().equals(node.info().name()))
                .toList();
        return new ScriptRun(
                node,
                name,
                all.stream()
                        .filter(run -> run.destination().equals(name)
                                || run.destination().endsWith("/" + name))
                        .findFirst(),
                all.stream().map(InitScriptRun::destination).toList());
    }
}
