package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.OverlayEntry.Fate;
import java.util.ArrayList;
import java.util.List;

final class FileCases {
    private FileCases() {}

    static List<CheckCase> all() {
        List<CheckCase> cases = new ArrayList<>(writing());
        cases.addAll(overlays());
        cases.addAll(jarFiles());
        return cases;
    }

    private static List<CheckCase> writing() {
        Facts facts = FactSets.everything();
        return List.of(
                passes(
                        "FILES-001",
                        "everywhere",
                        facts,
                        "Root can write to /databricks, /local_disk0, /tmp, /var/log, /etc, /root, /run."),
                fails(
                        "FILES-001",
                        "not to two places, one of them mounted read-only",
                        places("place\t/tmp\tfolder\tyes", "place\t/tmp\tfolder\tno")
                                .with("files.mounts", new Answer(0, "mount\t/tmp\tread-only", "")),
                        "Root cannot write to [/tmp]."),
                passes("FILES-002", "folders", facts, "/databricks, /tmp and /local_disk0 are folders."),
                warns(
                        "FILES-002",
                        "a link",
                        places("place\t/databricks\tfolder", "place\t/databricks\tlink"),
                        "Not every place of the platform is a folder of its own."),
                warns(
                        "FILES-002",
                        "nothing known",
                        facts.with("files.places", new Answer(0, "", "")),
                        "Not every place of the platform is a folder of its own."),
                passes("FILES-003", "1777", facts, "/tmp is root's and open to every user, with the sticky bit."),
                warns(
                        "FILES-003",
                        "0755",
                        places("drwxrwxrwt 1 0 0 4096 Nov 22 10:00 /tmp", "drwxr-xr-x 1 0 0 4096 Nov 22 10:00 /tmp"),
                        "Temporary folders are not root's with mode 1777."),
                warns(
                        "FILES-003",
                        "another owner",
                        places(
                                "drwxrwxrwt 1 0 0 4096 Nov 22 10:00 /var/tmp",
                                "drwxrwxrwt 1 1000 0 4096 Nov 22 10:00 /var/tmp"),
                        "Temporary folders are not root's with mode 1777."),
                skips(
                        "FILES-003",
                        "no ls",
                        facts.with("files.places", new Answer(0, "place\t/tmp\tfolder\tyes", "")),
                        "The image has no ls that tells the mode of /tmp."),
                passes("FILES-004", "anything", facts, "Programs can be run from /tmp and /local_disk0."),
                warns(
                        "FILES-004",
                        "noexec",
                        facts.with(
                                "files.mounts",
                                new Answer(0, "mount\t/tmp\tnoexec\nmount\t/local_disk0\tread-only", "")),
                        "No program can be run from [/tmp]."),
                passes("FILES-005", "just enough", facts, "Every place has at least 1024 MiB left."),
                warns(
                        "FILES-005",
                        "less",
                        facts.with("files.space", new Answer(0, "overlay 264212084 16358144 1048575 18% /", "")),
                        "Less than 1024 MiB are left on the node's disk."),
                skips(
                        "FILES-005",
                        "no df",
                        facts.with("files.space", new Answer(127, "", "df: not found")),
                        "The image has no df that tells the space left."),
                passes("FILES-006", "the link", facts, "/databricks/python leads to the line's environment."),
                passes(
                        "FILES-006",
                        "a shell that cannot tell",
                        places("python-link\tsame", ""),
                        "/databricks/python leads to the line's environment."),
                warns(
                        "FILES-006",
                        "elsewhere",
                        places("python-link\tsame", "python-link\tother"),
                        "/databricks/python is another environment than the line's [/databricks/python3]."),
                warns(
                        "FILES-006",
                        "nowhere",
                        places("place\t/databricks/python\tlink", "place\t/databricks/python\tdangling"),
                        "/databricks/python is a link to nothing."),
                warns(
                        "FILES-006",
                        "a file",
                        places("place\t/databricks/python\tlink", "place\t/databricks/python\tfile"),
                        "/databricks/python is file."),
                warns(
                        "FILES-006",
                        "not there",
                        places("place\t/databricks/python\tlink", "place\t/databricks/python\tmissing"),
                        "/databricks/python is missing."));
    }

    private static List<CheckCase> overlays() {
        Facts facts = overlay();
        return List.of(
                passes("FILES-007", "none", overlay(), "No file of the image is overwritten by the runtime."),
                warns(
                        "FILES-007",
                        "some",
                        overlay(new OverlayEntry("/databricks/spark/VERSION", Fate.OVERRIDDEN)),
                        "The runtime overwrites files of the image."),
                passes("FILES-008", "none", facts, "No file of the image and the runtime hide each other."),
                warns(
                        "FILES-008",
                        "some",
                        overlay(new OverlayEntry(
                                "/databricks/python3/lib/python3.11/site-packages/pyspark", Fate.SHADOWED)),
                        "Files of the image and of the runtime hide each other."),
                passes("FILES-009", "none", facts, "The image keeps no file in place of the runtime's."),
                passes(
                        "FILES-009",
                        "some",
                        overlay(new OverlayEntry("/databricks/driver/conf/a.conf", Fate.KEPT)),
                        "Files of the image take the place of the runtime's."),
                passes("FILES-010", "none", facts, "The image brings no files into the runtime's folders."),
                passes(
                        "FILES-010",
                        "some",
                        facts.with(
                                "files.own",
                                new Answer(0, "file\t/databricks/spark/VERSION\nfile\t/databricks/spark/x", "")),
                        "The image brings files into the runtime's folders: 2."),
                skips(
                        "FILES-010",
                        "no find",
                        facts.with("files.own", new Answer(0, "runtime\t/databricks/spark/VERSION", "")),
                        "The image has no find that lists the runtime's folders."));
    }

    private static List<CheckCase> jarFiles() {
        Facts facts = FactSets.everything();
        String unusable = "Jars of the image in /databricks/jars cannot be used.";
        return List.of(
                passes("FILES-011", "one", facts, "The image's jars in /databricks/jars can be read: 1."),
                passes(
                        "FILES-011",
                        "none",
                        jars("-rw-r--r-- 1 0 0 52161 Jan  1  1970 ----nodestart--driver-daemon.jar"),
                        "The image brings no jars to /databricks/jars."),
                passes(
                        "FILES-011",
                        "an imported link",
                        jars(
                                "lrwxrwxrwx 1 0 0 52 Jan  1  1970 a-1.0.jar -> /databricks/.nodestart/imported/jars/a-1.0.jar"),
                        "The image's jars in /databricks/jars can be read: 1."),
                warns("FILES-011", "empty", jars("-rw-r--r-- 1 0 0 0 Jan  1  1970 a b.jar"), unusable),
                warns(
                        "FILES-011",
                        "no zip",
                        jars("-rw-r--r-- 1 0 0 9 Jan  1  1970 a.jar\nnot-zip\t/databricks/jars/a.jar"),
                        unusable),
                warns("FILES-011", "root's alone", jars("-rw------- 1 0 0 9 Jan  1  1970 a.jar"), unusable),
                passes(
                        "FILES-012",
                        "once",
                        jars(jar("a-1.0.jar") + jar("b-1.0.jar")),
                        "No artifact lies twice in /databricks/jars."),
                warns(
                        "FILES-012",
                        "twice",
                        jars(jar("rapids-4-spark_2.12-23.02.0.jar") + jar("rapids-4-spark_2.12-23.04.1.jar")),
                        "Artifacts lie in /databricks/jars in more than one version."),
                passes(
                        "FILES-013",
                        "others",
                        jars(jar("spark-xml_2.12-0.14.0.jar")),
                        "No jar of the image is one that the runtime brings."),
                passes(
                        "FILES-013",
                        "the imported runtime's own",
                        jars(
                                "lrwxrwxrwx 1 0 0 52 Jan  1  1970 spark-core_2.12-3.5.0.jar -> /databricks/.nodestart/imported/jars/x.jar"),
                        "No jar of the image is one that the runtime brings."),
                warns(
                        "FILES-013",
                        "Spark itself",
                        jars(jar("spark-core_2.12-3.5.1.jar")),
                        "The image brings jars that the runtime brings itself."));
    }

    private static Facts places(String part, String instead) {
        Facts facts = FactSets.everything();
        String all = facts.answer("files.places").out();
        return facts.with("files.places", new Answer(0, all.replace(part, instead), ""));
    }

    private static Facts overlay(OverlayEntry... entries) {
        return FactSets.of(Launches.withOverlay(List.of(entries)));
    }

    private static String jar(String name) {
        return "-rw-r--r-- 1 0 0 99 Jan  1  1970 " + name + "\n";
    }

    private static Facts jars(String out) {
        return FactSets.everything().with("files.jars", new Answer(0, out, ""));
    }
}
