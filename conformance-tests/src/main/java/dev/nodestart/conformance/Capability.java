package dev.nodestart.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an image can support on a Databricks Runtime line, in the order of reports. */
public enum Capability {
    JAR,
    PYTHON,
    R,
    SHELL,
    PIP,
    CLUSTER_LIBRARIES,
    DBFS_FUSE,
    WORKSPACE_FILES,
    VOLUMES,
    SSH,
    LANGUAGE_SERVER,
    GPU;

    /** The name used by users and in reports, such as {@code cluster-libraries}. */
    public String reportName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The capability of a name, without regard to case. */
    public static Optional<Capability> named(String name) {
        return Arrays.stream(values())
                .filter(capability -> capability.reportName().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All names, in the order of reports. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Capability::reportName).toList();
    }
}
