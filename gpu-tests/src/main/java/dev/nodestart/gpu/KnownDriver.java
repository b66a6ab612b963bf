package dev.nodestart.gpu;

import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.gpu.data.CudaTables;
import dev.nodestart.gpu.data.DriverProfile;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeRun;
import java.util.Optional;

/**
 * The driver that the image will meet: the measured one, else that of the profile.
 *
 * @param version its version; empty where nobody knows
 * @param origin where that is from, to follow "the driver [580.126.16]"; where it is unknown, why
 * @param simulated whether it was measured on the simulated driver
 */
record KnownDriver(Optional<Version> version, String origin, boolean simulated) {

    /** Names a profile, or is a driver's version. */
    static final String VARIABLE = "NODESTART_GPU_PROFILE";

    static KnownDriver of(Facts facts) {
        Optional<ProbeRun> probe = facts.tried(GpuCheck.PROBE).map(Device::run);
        Optional<Version> measured = probe.flatMap(Device::driver);
        if (measured.isPresent()) {
            return new KnownDriver(
                    measured, "of this machine", probe.map(ProbeRun::simulated).orElse(false));
        }
        return facts.tried(GpuCheck.PROFILE)
                .map(CellResult::stdout)
                .filter(line -> !line.isBlank())
                .map(KnownDriver::read)
                .orElseGet(() -> new KnownDriver(Optional.empty(), "no profile was looked up", false));
    }

    /**
     * Looks the profile up, as a line for the recording: the version and its origin with a tab stop between them.
     *
     * @param wanted the name of a profile, or a version; empty for the profile of the line
     */
    static String lookUp(CudaTables tables, String wanted, String line, String cloud) {
        if (Version.parse(wanted).isPresent()) {
            return wanted.strip() + "\tgiven by " + VARIABLE;
        }
        if (wanted.isBlank()) {
            return tables.profile(line, cloud)
                    .map(KnownDriver::line)
                    .orElse("unknown\tthere is no driver profile for DBR " + line);
        }
        return tables.profile(wanted.strip())
                .map(KnownDriver::line)
                .orElse("unknown\t" + VARIABLE + " [" + wanted + "] is no profile and no version");
    }

    private static String line(DriverProfile profile) {
        return profile.driver()
                .map(version -> version + "\tof profile " + profile.name())
                .orElse("unknown\tnobody has published the driver of " + profile.name());
    }

    private static KnownDriver read(String line) {
        int tab = Math.max(0, line.indexOf('\t'));
        return new KnownDriver(
                Version.parse(line.substring(0, tab)), line.substring(tab).strip(), false);
    }

    /** Whether this driver is as new as another; of a branch alone, whether the branch is. */
    static boolean covers(Version driver, Version wanted) {
        return driver.parts().size() == 1 ? driver.major() >= wanted.major() : driver.atLeast(wanted);
    }

    /** Why the driver is unknown, as a finding. */
    Finding skipped() {
        return Finding.skipped("Which driver the image will meet is unknown: " + origin + ".");
    }
}
