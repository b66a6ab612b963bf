package dev.nodestart.emulator.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The Python of a line.
 *
 * @param minor such as {@code 3.11}
 * @param root the root environment, such as {@code /databricks/python3} or a conda environment
 * @param interpreter its interpreter
 * @param tools versions of pip, setuptools, wheel and virtualenv in the base image, empty where not known
 * @param repl which kernel runs notebook cells
 * @param replImports modules whose absence kills the first cell (dcs.md §4.9)
 */
public record PythonSettings(
        String minor, String root, String interpreter, Map<String, String> tools, Repl repl, List<String> replImports) {

    /** The kernel that runs Python cells. */
    public enum Repl {
        /** From line 11 on. */
        IPYKERNEL,
        /** Before line 11. */
        PYTHONSHELL;

        /** The name used in data files and in the node, such as {@code ipykernel}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
