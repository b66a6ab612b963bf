package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Reads a create call and judges it as the API does: all problems at once, each with its place. Never throws for bad
 * input; holds no state and may be used by several threads.
 */
public final class SpecParser {
    private final PlatformData platform;
    private final AllowedRules allowed;

    /** Makes a parser over the known runtimes and node types. */
    public SpecParser(PlatformData platform, AllowedRules allowed) {
        this.platform = platform;
        this.allowed = allowed;
    }

    /** Reads the JSON of a create call. */
    public SpecResult parse(String json) {
        return parse(json, Overrides.none());
    }

    /** Reads the JSON of a create call with flags laid over it. */
    public SpecResult parse(String json, Overrides flags) {
        Problems problems = new Problems(allowed);
        Optional<JsonNode> root = JsonDocument.read(json, problems);
        Optional<ClusterBlock> block = root.flatMap(node -> ClusterBlock.find(node, problems));
        if (block.isEmpty()) {
            return new SpecResult.Invalid(problems.in(JsonDocument.nothing(), ""));
        }
        ObjectNode call = new SpecBuilder(platform, problems).merge(block.get().node(), flags);
        return judge(call, block.get().pointer(), problems);
    }

    /** Makes a create call from flags alone. */
    public SpecResult build(Overrides flags) {
        Problems problems = new Problems(allowed);
        ObjectNode call = new SpecBuilder(platform, problems).build(flags);
        return judge(call, "", problems);
    }

    private SpecResult judge(ObjectNode call, String pointer, Problems problems) {
        ObjectNode kept = new ShapeCheck(problems).keep(call, CreateCall.BLOCK, pointer);
        SpecRules.check(new RuleInput(call, kept, pointer, platform, problems));
        return problems.refuse()
                ? new SpecResult.Invalid(problems.in(call, pointer))
                : new SpecResult.Valid(SpecAssembler.assemble(kept, call), problems.in(call, pointer));
    }
}
