package dev.nodestart.gpu;

import dev.nodestart.gpu.data.Version;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether code that was built for a list of architectures runs on a device (gpu.md §3.2). Pure. */
final class CodeFor {
    private static final Pattern ARCHITECTURE = Pattern.compile("(sm|compute)_(\\d{1,2})(\\d)([a-z]?)");

    private CodeFor() {}

    /**
     * Whether one of them runs.
     *
     * @param architectures such as {@code sm_80} for machine code and {@code compute_90} for PTX
     * @param device the compute capability
     */
    static boolean runs(List<String> architectures, Version device) {
        return architectures.stream().anyMatch(architecture -> runs(architecture, device));
    }

    private static boolean runs(String architecture, Version device) {
        Matcher matcher = ARCHITECTURE.matcher(architecture);
        if (!matcher.matches()) {
            return false;
        }
        Version built = Version.of(matcher.group(2) + "." + matcher.group(3));
        if (!matcher.group(4).isEmpty()) {
            // sm_90a and its like run on that very architecture only
            return built.equals(device);
        }
        return device.atLeast(built) && (matcher.group(1).equals("compute") || built.major() == device.major());
    }
}
