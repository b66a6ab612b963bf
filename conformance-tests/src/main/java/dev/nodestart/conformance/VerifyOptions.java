package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.GpuLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a verification is asked for.
 *
 * @param selection which checks run
 * @param policy severities, waivers and required capabilities of a team
 * @param require the value of {@code --require}, before the policy's and the image's own
 * @param gpuLevel how much of a GPU is tried, where the launch has one
 */
public record VerifyOptions(Selection selection, Policy policy, Optional<String> require, GpuLevel gpuLevel) {

    /**
     * Refuses what no run could answer.
     *
     * @throws IllegalArgumentException where capabilities are required and no check is to run
     */
    public VerifyOptions {
        if (selection.bootOnly() && (require.isPresent() || policy.require().isPresent())) {
            throw new IllegalArgumentException(
                    "With only [boot] no check runs, so nothing would show whether the required ["
                            + require.orElseGet(() -> names(policy))
                            + "] works: leave out [boot], or the requirement.");
        }
    }

    /** Everything that is installed runs, and nothing was decided. */
    public static VerifyOptions defaults() {
        return new VerifyOptions(Selection.all(), Policy.none(), Optional.empty(), GpuLevel.QUICK);
    }

    private static String names(Policy policy) {
        return policy.require().orElse(List.of()).stream()
                .map(Capability::reportName)
                .collect(Collectors.joining(","));
    }
}
