package dev.nodestart.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Severity;
import dev.nodestart.emulator.model.ImageInfo;
import java.util.List;
import java.util.Optional;

/** What the FUSE mounts of the platform need of the image; the mounts themselves are not emulated. */
final class MountChecks {

    static final String VOLUMES_CONF = "spark.databricks.unityCatalog.volumes.enabled";

    private static final String INSTALL_FUSE = "RUN apt-get update && apt-get install -y fuse";

    private static final Check DBFS = new Check(
            "DBFS-001",
            "The image carries what the /dbfs mount needs",
            "mounts",
            Severity.MUST,
            Optional.of(Capability.DBFS_FUSE),
            true,
            LineRange.all(),
            "Without the fuse package /dbfs stays empty; without USER in the image's environment its files belong to nobody.",
            INSTALL_FUSE + "\nENV USER=root",
            "databricks/containers#16, ubuntu/dbfsfuse (dcs.md F22)");

    private static final Check WORKSPACE = new Check(
            "WORKSPACE-001",
            "The image carries what the /Workspace mount needs",
            "mounts",
            Severity.MUST,
            Optional.of(Capability.WORKSPACE_FILES),
            false,
            LineRange.all(),
            "Imports from workspace files and repositories fail unless /Workspace is mounted, which needs the fuse package and, with a custom image, the platform's wsfs started by an init script.",
            INSTALL_FUSE,
            "databricks/files_in_repos#4 (dcs.md F21, §3 row 13)");

    private static final Check VOLUMES = new Check(
            "VOLUMES-001",
            "The image and the spec carry what /Volumes needs",
            "mounts",
            Severity.MUST,
            Optional.of(Capability.VOLUMES),
            true,
            LineRange.all(),
            "Unity Catalog volumes are mounted with FUSE, and with a custom image only where the Spark configuration enables them.",
            INSTALL_FUSE + "\n\"spark_conf\": {\"" + VOLUMES_CONF + "\": \"true\"}",
            "Databricks docs, custom containers (dcs.md F36, §3 row 3)");

    private MountChecks() {}

    static List<PlatformCheck> all() {
        return List.of(
                new PlatformCheck(
                        DBFS, (context, probe) -> dbfs(context, probe.get().required())),
                new PlatformCheck(
                        WORKSPACE, (context, probe) -> workspace(probe.get().required())),
                new PlatformCheck(
                        VOLUMES,
                        (context, probe) -> volumes(context, probe.get().required())));
    }

    private static Finding dbfs(CheckContext context, NodeFacts facts) {
        Optional<String> fusermount = facts.tool("fusermount");
        if (fusermount.isEmpty()) {
            return noFuse("/dbfs");
        }
        Optional<String> user = context.launch().image().map(ImageInfo::env).map(env -> env.getOrDefault("USER", ""));
        if (user.filter(String::isEmpty).isPresent()) {
            return Finding.warn(
                    "USER is not set in the image's environment, and decides who owns the files under /dbfs.",
                    List.of("fusermount: " + fusermount.get(), "image ENV has no USER"));
        }
        return Finding.pass("The image brings what /dbfs needs: " + fusermount.get() + ". The mount is not emulated.");
    }

    private static Finding workspace(NodeFacts facts) {
        return facts.tool("fusermount").isEmpty()
                ? noFuse("/Workspace")
                : Finding.skipped(
                        "Nothing local can tell: fuse is there, and whether /Workspace is mounted depends on the platform's wsfs, which is not emulated.");
    }

    private static Finding volumes(CheckContext context, NodeFacts facts) {
        if (facts.tool("fusermount").isEmpty()) {
            return noFuse("/Volumes");
        }
        JsonNode conf = context.launch().spec().path("spark_conf").path(VOLUMES_CONF);
        return conf.asText().equals("true")
                ? Finding.pass("The image brings fuse, and the spec enables volumes. The mount is not emulated.")
                : Finding.skipped("Volumes need [" + VOLUMES_CONF
                        + "] set to [true] in spark_conf; this launch did not set it, so nothing was tried.");
    }

    private static Finding noFuse(String mount) {
        return Finding.fail(
                mount + " cannot be mounted: the image has no fusermount.",
                List.of("$ command -v fusermount  (nothing found)"));
    }
}
