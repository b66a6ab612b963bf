package dev.nodestart.gpu.probe;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a stage of the probe ended.
 *
 * @param name such as {@code compute}
 * @param device the device that it was about; empty where about none
 * @param library what it loaded; of the stage {@code framework} alone
 * @param ended in which way
 * @param code its own code, where it ended by itself: 0 good, 1 a call failed, 2 no library, 3 no symbol, 4 wrong data
 * @param signal what killed it, such as {@code SIGSEGV}
 * @param ms how long it took, in milliseconds
 */
public record ProbeStage(
        String name,
        OptionalInt device,
        Optional<String> library,
        End ended,
        OptionalInt code,
        Optional<String> signal,
        double ms) {

    /** The ways in which a stage ends. */
    public enum End {
        /** By itself. */
        EXIT,
        /** A crash. */
        SIGNAL,
        /** A hang, ended after the limit. */
        TIMEOUT,
        /** A library ended the process. */
        LEFT,
        /** It was not begun: no device can be used, or the time was up. */
        SKIPPED,
        /** The line said something else. */
        UNKNOWN;

        static End of(String word) {
            for (End end : values()) {
                if (end.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return end;
                }
            }
            return UNKNOWN;
        }
    }

    /** Whether it came to its end and nothing in it failed. */
    public boolean good() {
        return ended == End.EXIT && code.isPresent() && code.getAsInt() == 0;
    }
}
