package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Images;
import dev.nodestart.conformance.testing.Launches;
import java.util.List;
import java.util.Map;

final class MountCases {
    private MountCases() {}

    static List<CheckCase> all() {
        Facts facts = FactSets.everything();
        Facts without = facts.with("system.tools", new Answer(0, "fusermount\t", ""));
        ObjectNode enabled = Launches.spec();
        enabled.putObject("spark_conf").put("spark.databricks.unityCatalog.volumes.enabled", "true");
        return List.of(
                passes(
                        "DBFS-001",
                        "fuse and USER",
                        facts,
                        "The image brings what /dbfs needs: /usr/bin/fusermount. The mount is not emulated."),
                passes(
                        "WORKSPACE-001",
                        "fuse",
                        facts,
                        "The image brings fuse. Whether /Workspace is mounted depends on the platform's wsfs, which is not emulated."),
                warns(
                        "DBFS-001",
                        "no USER",
                        FactSets.withImage(facts, Images.withEnv(facts.image(), Map.of())),
                        "USER is not set in the image's environment, and decides who owns the files under /dbfs."),
                warns(
                        "DBFS-001",
                        "another USER",
                        FactSets.withImage(facts, Images.withEnv(facts.image(), Map.of("USER", "app"))),
                        "USER in the image's environment is [app], who will own the files under /dbfs."),
                passes("FUSE-001", "allowed", facts, "/etc/fuse.conf has [user_allow_other]."),
                passes(
                        "FUSE-001",
                        "not allowed",
                        facts.with("mounts.fuse-conf", new Answer(0, "mount_max", "")),
                        "/etc/fuse.conf has no [user_allow_other]: only root may share a FUSE mount."),
                fails(
                        "DBFS-001",
                        "a file in its place",
                        facts.with("mounts.places", new Answer(0, "/dbfs\ta file", "")),
                        "/dbfs cannot be mounted: the image has a file there."),
                fails(
                        "WORKSPACE-001",
                        "a link in its place",
                        facts.with("mounts.places", new Answer(0, "/Workspace\ta link to nothing", "")),
                        "/Workspace cannot be mounted: the image has a link to nothing there."),
                fails("DBFS-001", "no fuse", without, "/dbfs cannot be mounted: the image has no fusermount."),
                fails(
                        "WORKSPACE-001",
                        "no fuse",
                        without,
                        "/Workspace cannot be mounted: the image has no fusermount."),
                fails("VOLUMES-001", "no fuse", without, "/Volumes cannot be mounted: the image has no fusermount."),
                passes(
                        "VOLUMES-001",
                        "fuse, and the spec enables them",
                        FactSets.of(Launches.withLine("15.4", "15.4.x-scala2.12", enabled)),
                        "The image brings fuse, and the spec enables volumes. The mount is not emulated."),
                skips(
                        "VOLUMES-001",
                        "the spec does not enable them",
                        facts,
                        "Volumes need [spark.databricks.unityCatalog.volumes.enabled] set to [true] in spark_conf; this launch did not set it, so nothing was tried."));
    }
}
