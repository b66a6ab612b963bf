package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.GpuLevel;
import java.util.Optional;

/**
 * What a verification is asked for.
 *
 * @param selection which checks run
 * @param policy severities, waivers and required capabilities of a team
 * @param require the value of {@code --require}, before the policy's and the image's own
 * @param gpuLevel how much of a GPU is tried, where the launch has one
 */
public record VerifyOptions(Selection selection, Policy policy, Optional<String> require, GpuLevel gpuLevel) {

    /** Everything that is installed runs, and nothing was decided. */
    public static VerifyOptions defaults() {
        return new VerifyOptions(Selection.all(), Policy.none(), Optional.empty(), GpuLevel.QUICK);
    }
}
