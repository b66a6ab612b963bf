package dev.nodestart.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the launch wants of the driver, read from the {@code NS_*} variables (docs/node-protocol.md). */
final class NodeConf {
    private final Map<String, String> environment;

    NodeConf(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether cluster libraries get their own virtualenv when the driver starts (dcs.md §1.2, F01). */
    boolean driverNfs() {
        return !"false".equals(environment.get("NS_DRIVER_NFS"));
    }

    /** Whether every notebook gets an environment of its own (dcs.md §3 row 15). */
    boolean libraryIsolation() {
        return !"false".equals(environment.get("NS_LIBRARY_ISOLATION"));
    }

    /** Whether Python cells run in ipykernel (DBR 11 and later) and not in the older shell. */
    boolean ipykernel() {
        return !"pythonshell".equals(environment.get("NS_REPL"));
    }

    /** The root environment's interpreter. */
    String python() {
        return value("NS_PYTHON", pythonRoot() + "/bin/python3");
    }

    /** The folder of the root environment. */
    String pythonRoot() {
        return value("NS_PYTHON_ROOT", "/databricks/python3");
    }

    /** The modules without which the Python REPL does not start (dcs.md §4.9). */
    List<String> replImports() {
        List<String> modules = new ArrayList<>();
        for (String module : value("NS_REPL_IMPORTS", "").trim().split("[ ,]+")) {
            if (!module.isEmpty()) {
                modules.add(module);
            }
        }
        return Collections.unmodifiableList(modules);
    }

    private String value(String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
