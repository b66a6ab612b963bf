package dev.nodestart.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nodestart.conformance.facts.GpuLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyOptionsTests {
    private static final Selection BOOT = new Selection(List.of("boot"), List.of());

    @Test
    void bootAloneWithAFlagThatRequiresIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerifyOptions(BOOT, Policy.none(), Optional.of("gpu"), GpuLevel.QUICK))
                .withMessage("With only [boot] no check runs, so nothing would show whether the required [gpu] works:"
                        + " leave out [boot], or the requirement.");
    }

    @Test
    void bootAloneWithAPolicyThatRequiresIsRefused() {
        Policy policy = new Policy(Optional.of(List.of(Capability.GPU, Capability.R)), Map.of(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerifyOptions(BOOT, policy, Optional.empty(), GpuLevel.QUICK))
                .withMessageContaining("[gpu,r]");
    }

    @Test
    void bootAloneWithNothingRequiredIsAccepted() {
        assertThat(new VerifyOptions(BOOT, Policy.none(), Optional.empty(), GpuLevel.QUICK)
                        .selection()
                        .bootOnly())
                .isTrue();
    }
}
