package dev.nodestart.emulator.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/** The labels by which everything of ours is found again on an engine. */
public final class Labels {
    /** Names the run that an object belongs to. */
    public static final String RUN = "dev.nodestart.run";
    /** The user of this machine who started the run. */
    public static final String USER = "dev.nodestart.user";
    /** The node's name, such as {@code driver}. */
    public static final String NODE = "dev.nodestart.node";
    /** The cluster's id. */
    public static final String CLUSTER = "dev.nodestart.cluster";
    /** The image as the user named it. */
    public static final String IMAGE = "dev.nodestart.image";
    /** The runtime key. */
    public static final String SPARK_VERSION = "dev.nodestart.spark-version";
    /** The run's folder on the machine that started it. */
    public static final String RECORDING = "dev.nodestart.recording";
    /** {@code true} for a run that outlives the command that started it. */
    public static final String DETACHED = "dev.nodestart.detached";

    /** Marks a volume that keeps a runtime tree for further launches; it belongs to no run. */
    public static final String TREE = "dev.nodestart.tree";

    private Labels() {}

    /** The label that finds everything of one run. */
    public static String ofRun(String runId) {
        return RUN + "=" + runId;
    }

    static Map<String, String> with(Map<String, String> common, String node) {
        Map<String, String> labels = new LinkedHashMap<>(common);
        labels.put(NODE, node);
        return labels;
    }
}
