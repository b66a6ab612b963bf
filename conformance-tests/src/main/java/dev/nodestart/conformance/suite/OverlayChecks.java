package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.OverlayEntry.Fate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Files of the image under the folders that the platform fills. */
final class OverlayChecks {

    static final String OWN = "files.own";

    private OverlayChecks() {}

    static List<CheckRule> rules() {
        return List.of(
                should("FILES-007", "The injected runtime overwrites no file of the image")
                        .why("The runtime is copied over the image: a file of the same path is lost without a word.")
                        .remedy(
                                "Remove the files from the image, or put what they do into an init script, which runs after the copy.")
                        .source("Databricks docs: the runtime is copied into the container (dcs.md §4.1, §4.7)")
                        .judge(facts -> overlay(
                                facts,
                                Fate.OVERRIDDEN,
                                "No file of the image is overwritten by the runtime.",
                                "The runtime overwrites files of the image.")),
                should("FILES-008", "No file of the image hides one of the runtime, or is hidden by it")
                        .why(
                                "Two files of one name on a search path: which one is used is the order's decision, and the other never runs.")
                        .remedy("Remove what the evidence names from the image; the platform injects its own.")
                        .source(
                                "databricks/containers ubuntu/python, public Dockerfile on rbase:17.3-LTS (dcs.md §1.4, §4.7)")
                        .judge(facts -> overlay(
                                facts,
                                Fate.SHADOWED,
                                "No file of the image and the runtime hide each other.",
                                "Files of the image and of the runtime hide each other.")),
                info("FILES-009", "The image keeps no file in place of the runtime's")
                        .why(
                                "A start script or driver configuration that an image brings takes the place of the runtime's, as RAPIDS images rely on; after an update of the runtime it may be out of date.")
                        .remedy("Keep such files only where they are meant to replace the runtime's.")
                        .source("NVIDIA/spark-rapids-container Databricks (dcs.md §4.7)")
                        .judge(facts -> overlay(
                                facts,
                                Fate.KEPT,
                                "The image keeps no file in place of the runtime's.",
                                "Files of the image take the place of the runtime's.")),
                info("FILES-010", "The image brings no files into the runtime's folders")
                        .needs(OWN)
                        .why(
                                "Files under /databricks/spark and its neighbours are merged with the runtime's; the real runtime has more files than the stub, and the order of the copy is not documented.")
                        .remedy("Put files of your own elsewhere, such as /opt, or let an init script copy them.")
                        .source("NVIDIA/spark-rapids-container Databricks (dcs.md §4.3, §4.7)")
                        .judge(OverlayChecks::own));
    }

    private static Finding overlay(Facts facts, Fate fate, String none, String some) {
        List<OverlayEntry> entries = facts.launch().overlay().stream()
                .filter(entry -> entry.fate() == fate)
                .toList();
        return entries.isEmpty()
                ? Finding.pass(none)
                : Finding.warn(
                        some,
                        entries.stream()
                                .map(entry -> entry.path() + broughtBy(facts, entry.path()))
                                .toList());
    }

    /** The last step of the image's history that names the path, or a folder above it beyond {@code /databricks}. */
    private static String broughtBy(Facts facts, String path) {
        for (String part = path; part.indexOf('/', 1) > 0; part = part.substring(0, part.lastIndexOf('/'))) {
            Optional<String> step = step(facts, part);
            if (step.isPresent()) {
                return "  from: " + step.get();
            }
        }
        return "";
    }

    private static Optional<String> step(Facts facts, String path) {
        List<String> steps = facts.imageDetails().history().stream()
                .map(ImageHistory::createdBy)
                .filter(step -> (step + " ").matches("(?s).*" + Pattern.quote(path) + "/?[\\s\"'].*"))
                .toList();
        return steps.isEmpty() ? Optional.empty() : Optional.of(shortened(steps.get(steps.size() - 1)));
    }

    private static String shortened(String step) {
        String line = step.replaceAll("\\s+", " ").strip();
        return line.length() > 120 ? line.substring(0, 117) + "…" : line;
    }

    private static Finding own(Facts facts) {
        FactLines lines = FactLines.of(facts.answer(OWN));
        List<String> files = new ArrayList<>(lines.each("file"));
        if (files.isEmpty()) {
            return Finding.skipped("The image has no find that lists the runtime's folders.");
        }
        Set<String> runtime = new HashSet<>(lines.each("runtime"));
        files.removeIf(path -> runtime.contains(path) || path.endsWith("/spark-env.sh"));
        return files.isEmpty()
                ? Finding.pass("The image brings no files into the runtime's folders.")
                : Finding.warn(
                        "The image brings files into the runtime's folders: " + files.size() + ".",
                        files.stream()
                                .sorted()
                                .limit(20)
                                .map(path -> path + broughtBy(facts, path))
                                .toList());
    }
}
