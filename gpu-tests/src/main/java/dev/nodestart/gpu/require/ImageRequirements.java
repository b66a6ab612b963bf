package dev.nodestart.gpu.require;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates what an image requires of a host, by the rules of libnvidia-container (gpu.md §2.5). Pure. */
public final class ImageRequirements {
    private static final String PREFIX = "NVIDIA_REQUIRE_";

    /** What Go's {@code strconv.ParseBool} takes for true. */
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    private ImageRequirements() {}

    /**
     * Evaluates.
     *
     * @param env the image's variables
     * @param host what is known of the host
     */
    public static RequireResult on(Map<String, String> env, HostGpu host) {
        if (TRUE.contains(env.getOrDefault("NVIDIA_DISABLE_REQUIRE", ""))) {
            return new RequireResult.Disabled();
        }
        List<Requirement> requirements = of(env);
        if (requirements.isEmpty()) {
            return new RequireResult.None();
        }
        List<RequireResult> results =
                requirements.stream().map(one -> one.on(host)).toList();
        return first(results, RequireResult.Invalid.class)
                .or(() -> first(results, RequireResult.Unsatisfied.class))
                .or(() -> first(results, RequireResult.Unknown.class))
                .orElseGet(() -> new RequireResult.Satisfied(requirements.size()));
    }

    /** In the order of their names. An image of the old kind, with a CUDA version and nothing more, requires that one. */
    private static List<Requirement> of(Map<String, String> env) {
        List<Requirement> requirements = new ArrayList<>();
        env.forEach((name, value) -> {
            // what follows JETPACK is for Tegra boards
            if (name.startsWith(PREFIX) && !name.startsWith(PREFIX + "JETPACK") && !value.isBlank()) {
                requirements.add(new Requirement(name, value.strip()));
            }
        });
        String version = env.getOrDefault("CUDA_VERSION", "");
        if (!version.isBlank() && !env.containsKey(PREFIX + "CUDA")) {
            requirements.add(new Requirement("CUDA_VERSION", "cuda>=" + majorMinor(version.strip())));
        }
        requirements.sort(Comparator.comparing(Requirement::variable));
        return requirements;
    }

    private static String majorMinor(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+)\\..*$", "$1");
    }

    private static <T extends RequireResult> Optional<RequireResult> first(List<RequireResult> results, Class<T> kind) {
        return results.stream().filter(kind::isInstance).findFirst();
    }
}
