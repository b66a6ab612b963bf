package dev.nodestart.conformance.suite;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the probe read in a running node.
 *
 * @param values single values by name, such as {@code bash}
 * @param tools paths of the executables that were found on PATH, by name
 * @param accounts names of the accounts that were looked for and are there
 * @param runs commands that the probe ran, by name
 */
record NodeFacts(
        Map<String, String> values, Map<String, String> tools, Set<String> accounts, Map<String, ToolRun> runs) {

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> tool(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    boolean hasAccount(String name) {
        return accounts.contains(name);
    }

    ToolRun run(String name) {
        return runs.getOrDefault(name, ToolRun.UNKNOWN);
    }
}
