package dev.nodestart.gpu;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nodestart.conformance.Finding;
import dev.nodestart.emulator.data.JsonTree;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether nodes see what they were given: the node itself, one that was given one device, one that was given none. Pure. */
final class Restriction {
    private Restriction() {}

    /**
     * Judges.
     *
     * @param asked what the node was given: {@code all}, a number or UUIDs
     * @param seen the devices that it sees
     * @param others what {@link OtherNodes} kept, nothing where no other node was launched
     */
    static Finding judge(String asked, SortedSet<String> seen, String others) {
        List<String> wrong = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        List<String> right = new ArrayList<>();
        if (!asked.equals("all")) {
            note(fits(asked, seen), "the node was given [" + asked + "] and sees " + seen, wrong, right);
        }
        for (JsonNode node : nodes(others)) {
            String given = node.path("asked").asText();
            String who = "another node was given [" + given + "] and ";
            if (node.path("error").isTextual()) {
                return Finding.error(
                        "A node that was to get [" + given + "] did not start: "
                                + node.path("error").asText() + ".",
                        List.of(who + "did not start"));
            }
            SortedSet<String> there =
                    NodeChecks.uuids(ProbeRun.parse(node.path("probe").asText()));
            note(fits(given, there), who + "sees " + there, elsewhere, right);
        }
        if (!wrong.isEmpty()) {
            return Finding.fail("Not what was given: " + String.join("; ", wrong) + ".", wrong);
        }
        if (!elsewhere.isEmpty()) {
            return Finding.error(
                    HostChecks.NOT_THE_IMAGE + "it does not keep devices apart, " + String.join("; ", elsewhere) + ".",
                    elsewhere);
        }
        return right.isEmpty()
                ? Finding.skipped(
                        "All devices were asked for; [--gpu-level full] launches nodes with one and with none.")
                : Finding.pass("As it should be, " + String.join("; ", right) + ".");
    }

    private static void note(boolean fits, String text, List<String> wrong, List<String> right) {
        (fits ? right : wrong).add(text);
    }

    private static boolean fits(String asked, SortedSet<String> seen) {
        if (asked.equals("none")) {
            return seen.isEmpty();
        }
        return asked.matches("\\d{1,3}")
                ? seen.size() == Integer.parseInt(asked)
                : seen.equals(new TreeSet<>(List.of(asked.split(",", -1))));
    }

    private static List<JsonNode> nodes(String json) {
        List<JsonNode> nodes = new ArrayList<>();
        JsonTree.text(json).ifPresent(root -> root.path("nodes").forEach(nodes::add));
        return nodes;
    }
}
