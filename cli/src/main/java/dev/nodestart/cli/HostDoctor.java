package dev.nodestart.cli;

import dev.nodestart.emulator.gpu.HostDriver;
import dev.nodestart.emulator.gpu.HostToolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What this machine is like, beside its engine. Pure.
 *
 * @param java version of the Java that runs this
 * @param mayInstall whether Nodestart may install an engine and what else it needs
 * @param osName the system, for people
 * @param environment environment variables
 * @param gpu what there is of GPUs
 * @param toolkit what there is of the container toolkit
 * @param engineProxy the engine's own proxy, empty where it has none; no value where no engine answers
 */
record HostDoctor(
        String java,
        boolean mayInstall,
        String osName,
        Map<String, String> environment,
        HostDriver gpu,
        HostToolkit toolkit,
        Optional<String> engineProxy) {
    private static final List<String> PROXIES =
            List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

    List<DoctorLine> lines() {
        List<DoctorLine> lines = new ArrayList<>();
        lines.add(DoctorLine.ok("Java", java));
        lines.add(DoctorLine.ok(
                "installing",
                mayInstall
                        ? "what is missing can be installed from the packages of " + osName
                        : "Nodestart installs nothing here (" + osName + "; that needs root on Debian or Ubuntu)"));
        lines.add(proxy());
        lines.add(graphics());
        return lines;
    }

    /** The names only: a proxy's address may hold a password. */
    private DoctorLine proxy() {
        TreeSet<String> set = new TreeSet<>();
        PROXIES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .forEach(set::add);
        if (set.isEmpty()) {
            return DoctorLine.ok("proxy", "none is set on this machine");
        }
        String text = "set on this machine by " + String.join(", ", set);
        return engineProxy.filter(String::isEmpty).isPresent()
                ? DoctorLine.warn(
                        "proxy",
                        text + "; the engine has none",
                        "Where pulls fail, give the engine the proxy too: in [/etc/docker/daemon.json] or its service's"
                                + " environment, and restart it.")
                : DoctorLine.ok("proxy", text);
    }

    private DoctorLine graphics() {
        if (gpu.devices().isEmpty()) {
            return DoctorLine.ok("GPU", "none: CUDA is not tried on devices here");
        }
        String found = gpu.devices().size() + (gpu.devices().size() == 1 ? " device" : " devices");
        if (gpu.version().isEmpty()) {
            return DoctorLine.warn(
                    "GPU",
                    found + ", but the kernel driver is not loaded",
                    "Install NVIDIA's driver and load it: [nvidia-smi] must list the devices.");
        }
        String driver = found + ", driver " + gpu.version().get();
        if (toolkit.command().isEmpty() && toolkit.cdiSpecs().isEmpty()) {
            return DoctorLine.warn(
                    "GPU",
                    driver + ", but no container toolkit",
                    "Install NVIDIA's package [nvidia-container-toolkit], then run"
                            + " [nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml].");
        }
        return DoctorLine.ok(
                "GPU",
                driver
                        + toolkit.command()
                                .map(path -> ", toolkit [" + path + "]")
                                .orElse("")
                        + (toolkit.cdiSpecs().isEmpty() ? "" : ", CDI " + toolkit.cdiSpecs()));
    }
}
