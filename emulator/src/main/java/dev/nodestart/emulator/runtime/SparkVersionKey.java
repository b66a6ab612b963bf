package dev.nodestart.emulator.runtime;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parsed {@code spark_version}, such as {@code 15.4.x-scala2.12} (dcs.md §2).
 *
 * @param text the key as written
 * @param version its version part without the {@code .x}, such as {@code 15.4}
 * @param variants what sets it apart from the standard runtime, empty for the standard one
 * @param scala such as {@code 2.12}
 */
public record SparkVersionKey(String text, String version, Set<Variant> variants, String scala) {
    private static final Pattern KEY = Pattern.compile(
            "(?<light>apache-spark-)?(?<version>[0-9]+(?:\\.[0-9]+)?)\\.x(?<variants>(?:-[a-z][a-z0-9]*)*)"
                    + "-scala(?<scala>2\\.1[0-3])");
    private static final int FIRST_MAJOR_ONLY = 18;

    /** A flavour of the runtime. */
    public enum Variant {
        PHOTON("photon", true),
        ESR("esr", true),
        CONDA("conda", true),
        AARCH64("aarch64", false),
        ML("cpu-ml", false),
        GPU_ML("gpu-ml", false),
        GPU("gpu", false),
        HLS("hls", false),
        LIGHT("apache-spark", false);

        private final String key;
        private final boolean takesImage;

        Variant(String key, boolean takesImage) {
            this.key = key;
            this.takesImage = takesImage;
        }

        /** The part of the key, such as {@code gpu-ml}. */
        public String key() {
            return key;
        }

        /** Whether such a runtime takes a custom image. */
        public boolean takesImage() {
            return takesImage;
        }
    }

    /** Parses a key; empty where it does not have the form of one. */
    public static Optional<SparkVersionKey> parse(String text) {
        Matcher matcher = KEY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group("version");
        // dcs.md §2: only from 18 on may a release be named by its major version alone
        if (version.indexOf('.') < 0 && (version.length() > 4 || Integer.parseInt(version) < FIRST_MAJOR_ONLY)) {
            return Optional.empty();
        }
        EnumSet<Variant> variants = EnumSet.noneOf(Variant.class);
        if (matcher.group("light") != null) {
            variants.add(Variant.LIGHT);
        }
        String scala = matcher.group("scala");
        return addAll(variants, matcher.group("variants"))
                ? Optional.of(new SparkVersionKey(text, version, Collections.unmodifiableSet(variants), scala))
                : Optional.empty();
    }

    /** Whether a cluster with this key takes a custom image (dcs.md §2, the support rule). */
    public boolean takesImage() {
        return variants.stream().allMatch(Variant::takesImage);
    }

    /** Takes the known parts off the front one by one; false where something else is left. */
    private static boolean addAll(Set<Variant> variants, String suffix) {
        String rest = suffix;
        while (!rest.isEmpty()) {
            Optional<Variant> longest = longestPrefix(rest);
            if (longest.isEmpty() || !variants.add(longest.get())) {
                return false;
            }
            rest = rest.substring(longest.get().key.length() + 1);
        }
        return true;
    }

    private static Optional<Variant> longestPrefix(String rest) {
        Optional<Variant> best = Optional.empty();
        for (Variant variant : Variant.values()) {
            boolean fits = variant != Variant.LIGHT && (rest + "-").startsWith("-" + variant.key + "-");
            if (fits
                    && variant.key.length()
                            > best.map(known -> known.key.length()).orElse(0)) {
                best = Optional.of(variant);
            }
        }
        return best;
    }
}
