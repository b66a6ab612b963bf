package dev.nodestart.emulator.host;

import dev.nodestart.emulator.host.Programs.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian packages of this machine: what is missing is installed from the machine's own package sources. */
public final class Packages {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Programs programs;
    private final Machine machine;
    private final HostListener listener;

    /**
     * Takes the machine to install on.
     *
     * @param programs where {@code apt-get} is found
     * @param machine what may be done here
     * @param listener hears what is installed before it is
     */
    public Packages(Programs programs, Machine machine, HostListener listener) {
        this.programs = programs;
        this.machine = machine;
        this.listener = listener;
    }

    /**
     * Returns when these packages are installed, installing those that are not.
     *
     * @param why what they are for, as the end of the sentence "installed …"
     * @throws HostException where one is missing and this process may not install it, or the installation fails
     */
    public void require(String why, String... packages) throws HostException {
        if (missing(packages).isEmpty()) {
            return;
        }
        if (!machine.mayInstall(programs)) {
            throw new HostException(cannotInstall(why, missing(packages)));
        }
        MachineLock.holding(machine.stateFolder(), "packages", () -> install(why, packages));
    }

    private List<String> install(String why, String... packages) throws HostException {
        // Another process may have installed them while this one waited for the lock.
        List<String> missing = missing(packages);
        if (!missing.isEmpty()) {
            listener.installing(missing, why);
            apt("update", "-q");
            List<String> arguments = new ArrayList<>(List.of("install", "-y", "-q", "--no-install-recommends"));
            arguments.addAll(missing);
            apt(arguments.toArray(String[]::new));
        }
        return missing;
    }

    private void apt(String... arguments) throws HostException {
        List<String> command = new ArrayList<>(List.of("apt-get"));
        command.addAll(List.of(arguments));
        Run run = programs.run(
                LIMIT, Map.of("DEBIAN_FRONTEND", "noninteractive"), listener::output, command.toArray(String[]::new));
        if (!run.ok()) {
            throw new HostException(
                    "[%s] failed with exit code %d: %s. Repair this machine's package sources, or install by hand and try again."
                            .formatted(String.join(" ", command), run.exitCode(), sentenceEnd(run.lastLine())));
        }
    }

    private List<String> missing(String... packages) {
        List<String> missing = new ArrayList<>();
        for (String name : packages) {
            Run run = programs.run(
                    Duration.ofSeconds(30), Map.of(), line -> {}, "dpkg-query", "-W", "-f=${db:Status-Status}", name);
            if (!run.ok() || !run.lastLine().equals("installed")) {
                missing.add(name);
            }
        }
        return missing;
    }

    private String cannotInstall(String why, List<String> missing) {
        String list = String.join(" ", missing);
        return programs.has("apt-get")
                ? "The packages [%s], %s, are not installed and only root may install them: run [apt-get install %s] as root."
                        .formatted(list, why, list)
                : "The packages [%s], %s, are not installed, and Nodestart installs them only on Debian and Ubuntu: install what corresponds to them on %s."
                        .formatted(list, why, machine.osName());
    }

    static String sentenceEnd(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
