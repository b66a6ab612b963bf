package dev.nodestart.conformance;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The capabilities that the verdict depends on.
 *
 * @param capabilities in the order of {@link Capability}, never empty
 * @param origin who asked for them, for people: {@code --require}, a label, or {@code default}
 */
public record Requirements(List<Capability> capabilities, String origin) {

    /** The image's label that names what it is meant to support. */
    public static final String LABEL = "dev.nodestart.require";

    private static final String FLAG = "--require";

    /**
     * What the flag says, else what a policy says, else what the image's label says, else jar, python and shell.
     *
     * @throws UnknownNameException for a name that is not a capability
     * @throws IllegalArgumentException for a flag that names nothing
     */
    public static Requirements of(
            Optional<String> flag, Optional<List<Capability>> policy, Map<String, String> labels) {
        return flag.isEmpty() && policy.isPresent()
                ? new Requirements(List.copyOf(EnumSet.copyOf(policy.get())), "policy")
                : of(flag, labels);
    }

    /**
     * What the flag says, else what the image's label says, else jar, python and shell.
     *
     * @param flag the value of {@code --require}, names separated by commas
     * @param labels the image's labels; a blank one counts as none
     * @throws UnknownNameException for a name that is not a capability
     * @throws IllegalArgumentException for a flag that names nothing
     */
    public static Requirements of(Optional<String> flag, Map<String, String> labels) {
        if (flag.isPresent()) {
            return parse(FLAG, flag.get());
        }
        String label = labels.getOrDefault(LABEL, "");
        return label.isBlank() ? defaults() : parse("label " + LABEL, label);
    }

    /** What is required where nobody says anything. */
    public static Requirements defaults() {
        return new Requirements(List.of(Capability.JAR, Capability.PYTHON, Capability.SHELL), "default");
    }

    /** Whether the verdict depends on a capability. */
    public boolean includes(Capability capability) {
        return capabilities.contains(capability);
    }

    private static Requirements parse(String place, String value) {
        EnumSet<Capability> named = EnumSet.noneOf(Capability.class);
        for (String name : CommaList.of(Arrays.asList(value.split("\\s+", -1)))) {
            named.add(Capability.named(name)
                    .orElseThrow(() -> new UnknownNameException(place, "capability", name, Capability.names())));
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException(
                    place + " names no capability. Known: " + String.join(", ", Capability.names()) + ".");
        }
        return new Requirements(List.copyOf(named), place);
    }
}
