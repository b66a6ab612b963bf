package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.must;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageInfo;
import java.util.List;
import java.util.Optional;

/** What the FUSE mounts of the platform need of the image; the mounts themselves are not emulated. */
final class MountChecks {

    static final String VOLUMES_CONF = "spark.databricks.unityCatalog.volumes.enabled";

    private static final String INSTALL_FUSE = "RUN apt-get update && apt-get install -y fuse";

    private MountChecks() {}

    static CheckGroup group() {
        return CheckGroup.of(
                "mounts.sh",
                List.of(
                        must("DBFS-001", "The image carries what the /dbfs mount needs")
                                .category("mounts")
                                .proves(Capability.DBFS_FUSE)
                                .why(
                                        "Without the fuse package /dbfs stays empty; without USER in the image's environment its files belong to nobody.")
                                .remedy(INSTALL_FUSE + "\nENV USER=root")
                                .source("databricks/containers#16, ubuntu/dbfsfuse (dcs.md F22)")
                                .judge(MountChecks::dbfs),
                        must("WORKSPACE-001", "The image carries what the /Workspace mount needs")
                                .category("mounts")
                                .capability(Capability.WORKSPACE_FILES)
                                .why(
                                        "Imports from workspace files and repositories fail unless /Workspace is mounted, which needs the fuse package and, with a custom image, the platform's wsfs started by an init script.")
                                .remedy(INSTALL_FUSE)
                                .source("databricks/files_in_repos#4 (dcs.md F21, §3 row 13)")
                                .judge(MountChecks::workspace),
                        must("VOLUMES-001", "The image and the spec carry what /Volumes needs")
                                .category("mounts")
                                .proves(Capability.VOLUMES)
                                .why(
                                        "Unity Catalog volumes are mounted with FUSE, and with a custom image only where the Spark configuration enables them.")
                                .remedy(INSTALL_FUSE + "\n\"spark_conf\": {\"" + VOLUMES_CONF + "\": \"true\"}")
                                .source("Databricks docs, custom containers (dcs.md F36, §3 row 3)")
                                .judge(MountChecks::volumes),
                        info("FUSE-001", "Other users than root may see FUSE mounts of theirs")
                                .category("mounts")
                                .tags("build")
                                .why(
                                        "The platform mounts as root, which needs no permission; a mount that another user makes is seen by others only where /etc/fuse.conf allows it.")
                                .remedy("RUN echo user_allow_other >> /etc/fuse.conf")
                                .source("mount.fuse(8) (dcs.md F22)")
                                .judge(MountChecks::fuseConf)));
    }

    private static Finding dbfs(Facts facts) {
        Optional<Finding> obstacle = obstacle(facts, "/dbfs");
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String fusermount = Tools.path(facts, "fusermount").orElseThrow();
        Optional<String> user = facts.launch().image().map(ImageInfo::env).map(env -> env.getOrDefault("USER", ""));
        if (user.filter(String::isEmpty).isPresent()) {
            return Finding.warn(
                    "USER is not set in the image's environment, and decides who owns the files under /dbfs.",
                    List.of("fusermount: " + fusermount, "image ENV has no USER"));
        }
        if (user.filter(name -> !name.equals("root")).isPresent()) {
            return Finding.warn(
                    "USER in the image's environment is [" + user.get() + "], who will own the files under /dbfs.",
                    List.of("ENV USER=" + user.get()));
        }
        return Finding.pass("The image brings what /dbfs needs: " + fusermount + ". The mount is not emulated.");
    }

    private static Finding workspace(Facts facts) {
        return obstacle(facts, "/Workspace")
                .orElseGet(
                        () -> Finding.pass(
                                "The image brings fuse. Whether /Workspace is mounted depends on the platform's wsfs, which is not emulated."));
    }

    private static Finding volumes(Facts facts) {
        Optional<Finding> obstacle = obstacle(facts, "/Volumes");
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        JsonNode conf = facts.launch().spec().path("spark_conf").path(VOLUMES_CONF);
        return conf.asText().equals("true")
                ? Finding.pass("The image brings fuse, and the spec enables volumes. The mount is not emulated.")
                : Finding.skipped("Volumes need [" + VOLUMES_CONF
                        + "] set to [true] in spark_conf; this launch did not set it, so nothing was tried.");
    }

    private static Finding fuseConf(Facts facts) {
        return facts.answer("mounts.fuse-conf").lines().contains("user_allow_other")
                ? Finding.pass("/etc/fuse.conf has [user_allow_other].")
                : Finding.fail(
                        "/etc/fuse.conf has no [user_allow_other]: only root may share a FUSE mount.", List.of());
    }

    private static Optional<Finding> obstacle(Facts facts, String mount) {
        if (Tools.path(facts, "fusermount").isEmpty()) {
            return Optional.of(Finding.fail(
                    mount + " cannot be mounted: the image has no fusermount.",
                    List.of("$ command -v fusermount  (nothing found)")));
        }
        return facts.asked("mounts.places").map(Answer::lines).orElse(List.of()).stream()
                .filter(line -> line.startsWith(mount + "\t"))
                .map(line -> line.substring(mount.length() + 1))
                .findFirst()
                .map(what -> Finding.fail(
                        mount + " cannot be mounted: the image has " + what + " there.", List.of(mount + ": " + what)));
    }
}
