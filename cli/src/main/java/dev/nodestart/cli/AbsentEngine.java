package dev.nodestart.cli;

import dev.nodestart.emulator.host.EngineLocation;
import java.util.stream.Collectors;

/** What to say where no engine answers. Pure. */
final class AbsentEngine {
    private AbsentEngine() {}

    static DoctorLine line(EngineLocation location, boolean root, boolean installed, boolean mayInstall) {
        if (location instanceof EngineLocation.Refused refused) {
            return DoctorLine.problem("engine", refused.message(), "");
        }
        String tried = location instanceof EngineLocation.Absent absent
                ? absent.tried().stream()
                        .map(place -> "\n" + place.address().host() + ": " + place.problem())
                        .collect(Collectors.joining())
                : "";
        return DoctorLine.problem("engine", "none answers; tried" + tried, remedy(root, installed, mayInstall));
    }

    private static String remedy(boolean root, boolean installed, boolean mayInstall) {
        if (installed) {
            return root
                    ? "[nodestart verify] starts the installed one."
                    : "Start the installed one: [sudo systemctl start docker] or [sudo service docker start].";
        }
        return mayInstall
                ? "[nodestart verify] installs Docker's engine from the system's own packages."
                : "Install Docker Engine 20.10 or newer, or Podman with its socket, and start it.";
    }
}
