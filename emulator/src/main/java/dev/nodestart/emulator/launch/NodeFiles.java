package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.runtime.PythonSettings;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.tree.TreePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts that are written for one node: its settings and its environment (docs/node-protocol.md). Pure. */
final class NodeFiles {
    private final LaunchRequest request;
    private final RunIds ids;
    private final NodePlan node;
    private final String driverIp;
    private final TreePlan tree;

    NodeFiles(LaunchRequest request, RunIds ids, NodePlan node, String driverIp, TreePlan tree) {
        this.request = request;
        this.ids = ids;
        this.node = node;
        this.driverIp = driverIp;
        this.tree = tree;
    }

    /** {@code launch.conf}: what the agent and the start scripts need to know. */
    String launchConf() {
        RuntimeDescriptor runtime = request.runtime();
        PythonSettings python = runtime.python();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("NS_ROLE", node.isDriver() ? "driver" : "worker");
        settings.put("NS_NODE", node.name());
        settings.put("NS_CLUSTER_ID", ids.clusterId());
        settings.put("NS_CONTAINER_IP", node.ip());
        settings.put("NS_DRIVER_IP", driverIp);
        settings.put("NS_LINE", runtime.line());
        settings.put("NS_SPARK_VERSION", request.spec().sparkVersion());
        settings.put("NS_RUNTIME_VERSION", runtime.line());
        settings.put("NS_JAVA_DEFAULT", Integer.toString(runtime.java().defaultMajor()));
        for (int major : List.of(8, 11, 17, 21)) {
            settings.put(
                    "NS_JAVA_FLAGS_" + major, String.join(" ", runtime.java().flags(major)));
        }
        settings.put(
                "NS_JAVA_GATES",
                runtime.java().gates().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        settings.put("NS_PYTHON", python.interpreter());
        settings.put("NS_PYTHON_ROOT", python.root());
        settings.put("NS_PYTHON_MINOR", python.minor());
        settings.put("NS_REPL", python.repl().key());
        settings.put("NS_REPL_IMPORTS", String.join(" ", python.replImports()));
        settings.put("NS_DRIVER_NFS", Boolean.toString(driverNfs()));
        settings.put("NS_LIBRARY_ISOLATION", conf("spark.databricks.libraryIsolation.enabled", "true"));
        settings.put("NS_WORKERS", Integer.toString(request.spec().numWorkers()));
        settings.put("NS_SPARK_CONF", "/tmp/custom-spark.conf");
        settings.put(
                "NS_CORES",
                Integer.toString(node.type().map(type -> type.cores()).orElse(0)));
        settings.put(
                "NS_IMPORTED_JARS",
                tree.classPath().stream().map(entry -> ":" + entry).collect(Collectors.joining()));
        if (request.extras().traceScripts()) {
            settings.put("NS_TRACE_SCRIPTS", "true");
        }
        request.extras()
                .fault(Fault.Kind.SLOW_START, Stage.START_SPARK)
                .ifPresent(fault -> settings.put("NS_SLOW_START", fault.value()));
        settings.put("NS_LEASE", Long.toString(request.limits().lease().toSeconds()));
        if (request.detached()) {
            request.timeToLive().ifPresent(ttl -> settings.put("NS_TTL", Long.toString(ttl.toSeconds())));
        }
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + quote(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private boolean driverNfs() {
        return request.runtime().driverNfsNeedsVirtualenv()
                && !conf("spark.databricks.driverNfs.enabled", "true").equals("false");
    }

    private String conf(String key, String fallback) {
        return request.sparkConf().getOrDefault(key, fallback).strip();
    }

    /** {@code node.env}: the documented variables, which cannot be overridden, after the user's own (dcs.md §4.6). */
    String environment() {
        Map<String, String> variables = new LinkedHashMap<>(request.environment());
        variables.put("DB_CLUSTER_ID", ids.clusterId());
        variables.put("DB_CLUSTER_NAME", request.spec().clusterName());
        variables.put("DB_CONTAINER_IP", node.ip());
        variables.put("DB_DRIVER_IP", driverIp);
        variables.put("DB_IS_DRIVER", node.role() == NodeRole.DRIVER ? "TRUE" : "FALSE");
        variables.put("DB_INSTANCE_TYPE", node.type().map(type -> type.id()).orElse(nodeTypeName()));
        variables.put("DB_IS_JOB_CLUSTER", "FALSE");
        variables.put("DATABRICKS_RUNTIME_VERSION", request.runtime().line());
        return variables.entrySet().stream()
                .filter(entry -> isName(entry.getKey()))
                .map(entry -> "export " + entry.getKey() + "=" + quote(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private String nodeTypeName() {
        return (node.isDriver()
                        ? request.spec().driverNodeTypeId()
                        : request.spec().nodeTypeId())
                .orElse("");
    }

    /** {@code spark-env.sh} as the platform writes it: quoted, not escaped, so an apostrophe breaks it (dcs.md F08). */
    String sparkEnv() {
        return request.environment().entrySet().stream()
                .map(entry -> "export " + entry.getKey() + "='" + entry.getValue() + "'\n")
                .collect(Collectors.joining());
    }

    /** {@code custom-spark.conf}: the user's Spark configuration. */
    String sparkConf() {
        return request.sparkConf().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** {@code imported.list}: the links to a runtime tree, one call of the agent for each folder that gets some. */
    String importedList() {
        Map<String, List<String>> folders = new LinkedHashMap<>();
        for (String path : tree.links()) {
            String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : ".";
            folders.computeIfAbsent(folder, key -> new ArrayList<>()).add(quote(TreePlan.MOUNT + "/" + path));
        }
        return folders.entrySet().stream()
                .map(entry ->
                        "ns_link " + quote(entry.getKey()) + " " + String.join(" ", entry.getValue()) + " || return\n")
                .collect(Collectors.joining());
    }

    /** The manifest of the init scripts. */
    String initManifest(List<String> logNames) {
        return IntStream.range(0, request.scripts().size())
                .mapToObj(i -> {
                    PlannedScript script = request.scripts().get(i);
                    return String.join(
                                    "\t",
                                    number(i),
                                    script.global() ? "global" : "cluster",
                                    script.script().kind().key(),
                                    path(i),
                                    logNames.get(i))
                            + "\n";
                })
                .collect(Collectors.joining());
    }

    /** Where a script is in the node: a {@code file:} script stays where the image has it. */
    String path(int index) {
        PlannedScript script = request.scripts().get(index);
        if (script.content().isPresent()) {
            return "/databricks/.nodestart/init/" + number(index);
        }
        String destination = script.script().destination();
        return destination.startsWith("file:") ? destination.substring("file:".length()) : destination;
    }

    static String number(int index) {
        return index < 10 ? "0" + index : Integer.toString(index);
    }

    private static boolean isName(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    /** A value as one word of the POSIX shell. */
    static String quote(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
