package dev.nodestart.conformance;

import java.util.List;
import java.util.Locale;

/**
 * The matrix's answer for one capability.
 *
 * @param capability which one
 * @param required whether the verdict depends on it
 * @param state the answer
 * @param because ids of the checks that give the answer
 */
public record CapabilityStatus(Capability capability, boolean required, State state, List<String> because) {

    /** Whether a capability works. */
    public enum State {
        YES,
        NO,
        /** No check could tell. */
        UNKNOWN;

        /** The name used in reports, such as {@code yes}. */
        public String reportName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
