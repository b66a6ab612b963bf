package dev.nodestart.conformance;

import dev.nodestart.conformance.CapabilityStatus.State;
import dev.nodestart.emulator.model.Launch;
import java.util.List;

/** The answer of a verification, with the exit code that scripts rely on. */
public enum Verdict {
    /** Boots, and every required capability works. */
    WORKS(0),
    /** Boots, and a required capability does not work. */
    DEGRADED(1),
    /** Does not boot. */
    DOES_NOT_BOOT(3),
    /** Nothing certain can be said: the harness or the engine failed, or no check could tell. */
    INCONCLUSIVE(4);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of {@code verify}. */
    public int exitCode() {
        return exitCode;
    }

    /**
     * The verdict on a launch. A required capability that certainly does not work outweighs one that is unknown.
     *
     * @param bootOnly no check was wanted, so the launch alone decides
     */
    public static Verdict of(
            Launch.State state, boolean bootOnly, List<CheckResult> checks, List<CapabilityStatus> capabilities) {
        return switch (state) {
            case TERMINATED -> DOES_NOT_BOOT;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case RUNNING -> bootOnly ? WORKS : ofRunning(checks, capabilities);
        };
    }

    private static Verdict ofRunning(List<CheckResult> checks, List<CapabilityStatus> capabilities) {
        if (required(capabilities, State.NO)) {
            return DEGRADED;
        }
        boolean noneRan = checks.stream()
                .allMatch(check -> check.outcome() == Outcome.SKIPPED || check.outcome() == Outcome.ERROR);
        return noneRan || required(capabilities, State.UNKNOWN) ? INCONCLUSIVE : WORKS;
    }

    private static boolean required(List<CapabilityStatus> capabilities, State state) {
        return capabilities.stream().anyMatch(status -> status.required() && status.state() == state);
    }
}
