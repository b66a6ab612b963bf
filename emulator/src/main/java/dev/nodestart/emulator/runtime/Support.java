package dev.nodestart.emulator.runtime;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long the vendor supports a line.
 *
 * @param longTerm whether it is an LTS line
 * @param released the day of its release, empty where not known
 * @param endOfSupport the day its support ends, empty where not known
 */
public record Support(boolean longTerm, Optional<LocalDate> released, Optional<LocalDate> endOfSupport) {
    /** Whether a line is still supported. */
    public enum Status {
        SUPPORTED,
        ENDED
    }

    /** The status on a day; a line without a known end is a historic one and has ended (dcs.md §12). */
    public Status on(LocalDate today) {
        return endOfSupport.filter(end -> !today.isAfter(end)).isPresent() ? Status.SUPPORTED : Status.ENDED;
    }
}
