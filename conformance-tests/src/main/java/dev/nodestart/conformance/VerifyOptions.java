package dev.nodestart.conformance;

import java.util.Optional;

/**
 * What a verification is asked for.
 *
 * @param selection which checks run
 * @param policy severities, waivers and required capabilities of a team
 * @param require the value of {@code --require}, before the policy's and the image's own
 * @param gpus what GPUs were asked for, empty where none were
 */
public record VerifyOptions(Selection selection, Policy policy, Optional<String> require, Optional<String> gpus) {

    /** Everything that is installed runs, and nothing was decided. */
    public static VerifyOptions defaults() {
        return new VerifyOptions(Selection.all(), Policy.none(), Optional.empty(), Optional.empty());
    }
}
