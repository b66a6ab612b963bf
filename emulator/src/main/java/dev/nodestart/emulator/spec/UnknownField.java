package dev.nodestart.emulator.spec;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says what somebody probably meant with a field that the create call does not have. */
final class UnknownField {
    private UnknownField() {}

    static SpecProblem problem(String key, String pointer, Shape.Block block) {
        Optional<String> near = Nearest.to(key, block.fields().keySet());
        Optional<String> home = near.isPresent() ? Optional.empty() : Optional.ofNullable(homes().get(key));
        String message = near.map(name -> "Field [%s] is not known; did you mean [%s]?".formatted(key, name))
                .or(() -> home.map(place -> "Field [%s] is not known here; it belongs in [%s].".formatted(key, place)))
                .orElse("Field [%s] is not known.".formatted(key));
        String advice = near.isPresent() || home.isPresent()
                ? ""
                : block.equals(CreateCall.BLOCK)
                        ? "Remove it, or ignore it with --allow unknown-key."
                        : "Known here: %s."
                                .formatted(String.join(
                                        ", ", new TreeSet<>(block.fields().keySet())));
        return SpecProblem.of(SpecRule.UNKNOWN_KEY, pointer, message, advice);
    }

    /** Where each field of an inner block has its place; fields with several places are left out. */
    private static Map<String, String> homes() {
        Map<String, String> homes = new TreeMap<>();
        CreateCall.BLOCK.fields().keySet().forEach(key -> homes.put(key, "the cluster's own fields"));
        homes.put("url", "/docker_image");
        homes.put("basic_auth", "/docker_image");
        homes.put("username", "/docker_image/basic_auth");
        homes.put("password", "/docker_image/basic_auth");
        homes.put("min_workers", "/autoscale");
        homes.put("max_workers", "/autoscale");
        homes.put("workspace", "/init_scripts");
        homes.put("file", "/init_scripts");
        homes.put("abfss", "/init_scripts");
        homes.put("gcs", "/init_scripts");
        return homes;
    }
}
