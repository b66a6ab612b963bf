package dev.nodestart.gpu;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckBuilder;
import dev.nodestart.conformance.CheckRule;

/** Begins the checks of this suite: {@code GPU-G01} and so on, as numbered in gpu.md §4.2. */
final class GpuCheck {
    /** The node's own answer to whether the driver works, as JSON Lines. */
    static final String PROBE = "gpu.probe";

    /** What the frameworks in the image's Python say, as JSON. */
    static final String FRAMEWORKS = "gpu.frameworks";

    /** The same again, after a while. */
    static final String HOLD = "gpu.hold";

    /** What other ways in gave, as JSON. */
    static final String WAYS = "gpu.ways";

    /** Which devices nodes see that were given one GPU, or none, as JSON. */
    static final String RESTRICTED = "gpu.restricted";

    /** What this machine has for GPUs. */
    static final String HOST = "gpu.host";

    /** Which driver the nodes are taken to have. */
    static final String PROFILE = "gpu.profile";

    private GpuCheck() {}

    static CheckBuilder must(String number, String title) {
        return CheckRule.must("GPU-" + number, title).capability(Capability.GPU);
    }

    static CheckBuilder should(String number, String title) {
        return CheckRule.should("GPU-" + number, title).capability(Capability.GPU);
    }
}
