package dev.nodestart.gpu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.data.JsonTree;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the frameworks in the image's Python said: the object that {@code frameworks.py} writes.
 *
 * @param root the object, empty where there was none
 */
record FrameworkFacts(JsonNode root) {

    static FrameworkFacts parse(String text) {
        String json = text.lines().filter(line -> line.startsWith("{")).reduce("", (first, last) -> last);
        // of what was cut off, nothing is known
        return new FrameworkFacts(JsonTree.text(json).orElseGet(JsonNodeFactory.instance::objectNode));
    }

    /** A judgement of them, on a device, at the full level; an image without Python has none. */
    static Function<Facts, Finding> judging(BiFunction<FrameworkFacts, ProbeRun, Finding> judgement) {
        return facts -> Device.judgingFull(run -> {
                    FrameworkFacts frameworks =
                            parse(facts.trial(GpuCheck.FRAMEWORKS).stdout());
                    return frameworks.root.has("python")
                            ? judgement.apply(frameworks, run)
                            : Finding.skipped("The image's Python did not run, so no framework was asked.");
                })
                .apply(facts);
    }

    /** A framework; empty where the image has none of that name. */
    Optional<JsonNode> of(String name) {
        return Optional.ofNullable(root.get(name)).filter(JsonNode::isObject);
    }

    /** What kept a framework from answering, as a failing finding. */
    static Optional<Finding> broken(String name, JsonNode framework) {
        if (framework.has("timeout")) {
            return Optional.of(Finding.fail(
                    name + " did not come to its end within "
                            + framework.path("timeout").asInt() + " s.",
                    List.of(name + ": timeout")));
        }
        if (framework.has("signal")) {
            return Optional.of(Finding.fail(
                    name + " was ended by signal " + framework.path("signal").asInt() + ".",
                    List.of(name + ": signal")));
        }
        return framework.has("error")
                ? Optional.of(Finding.fail(
                        name + " does not work: " + framework.path("error").asText() + ".",
                        List.of(framework.path("error").asText())))
                : Optional.empty();
    }
}
