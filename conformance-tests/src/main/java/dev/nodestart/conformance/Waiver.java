package dev.nodestart.conformance;

import java.time.LocalDate;

/**
 * A check that is not to count, for a while.
 *
 * @param name the check's id, category or tag
 * @param reason why it does not count
 * @param expires the last day on which it does not count
 */
public record Waiver(String name, String reason, LocalDate expires) {

    boolean holdsOn(LocalDate day) {
        return !day.isAfter(expires);
    }
}
