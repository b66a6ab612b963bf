package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.junit.Node;
import dev.nodestart.emulator.node.CellResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the notebook's Python can import. */
final class Imports {
    private static final Pattern NAME = Pattern.compile("[\\w.-]+");
    private static final String PIP = "Fix: install it into the Python of notebooks, in the Dockerfile"
            + " [RUN /databricks/python3/bin/pip install %s]";

    private Imports() {}

    /** Why one of the modules cannot be imported, empty where all can. */
    static Optional<String> problem(Node node, String... modules) {
        String list = Arrays.stream(modules).map(Imports::literal).collect(Collectors.joining(", "));
        CellResult result = node.python("""
                def _nodestart_imports(names):
                    import importlib
                    for name in names:
                        try:
                            importlib.import_module(name)
                        except BaseException as problem:
                            print(f"{name}: {type(problem).__name__}: {problem}")
                _nodestart_imports([%s])
                """.formatted(list));
        if (result.status() != CellResult.Status.OK) {
            return Optional.of("Expecting [" + node + "] to import " + Arrays.toString(modules)
                    + ", but the Python cell that tries it " + Texts.ending(result) + "." + Texts.evidence(result));
        }
        String problems = result.stdout().strip();
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        String names = problems.lines()
                .filter(line -> line.contains(": ModuleNotFoundError: "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.joining(" "));
        return Optional.of("Expecting [" + node + "] to import " + Arrays.toString(modules) + ", but:"
                + Texts.listed(problems.lines())
                + (names.isEmpty() ? "" : "\n" + PIP.formatted(names) + "."));
    }

    /** Why a package is not there in a version, empty where it is. */
    static Optional<String> problem(Node node, String name, String version) {
        CellResult result = node.python("""
                def _nodestart_version(name):
                    from importlib import metadata
                    try:
                        return metadata.version(name)
                    except metadata.PackageNotFoundError:
                        return "none"
                print(_nodestart_version(%s))
                """.formatted(literal(name)));
        String found = result.stdout().strip();
        if (result.status() == CellResult.Status.OK && found.equals(version)) {
            return Optional.empty();
        }
        return Optional.of("Expecting [" + node + "] to have the Python package [" + name + "] in version [" + version
                + "], but "
                + (result.status() == CellResult.Status.OK
                        ? "it has [" + found + "].\n" + PIP.formatted(name + "==" + version) + "."
                        : "the Python cell that asks for it " + Texts.ending(result) + "." + Texts.evidence(result)));
    }

    private static String literal(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("[" + name + "] is not the name of a Python module or package.");
        }
        return "'" + name + "'";
    }
}
