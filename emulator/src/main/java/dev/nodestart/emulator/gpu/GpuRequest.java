package dev.nodestart.emulator.gpu;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which GPUs are asked for. */
public sealed interface GpuRequest {

    /**
     * Reads {@code all}, a number from 1 on, or UUIDs separated by commas.
     *
     * @throws IllegalArgumentException for anything else
     */
    static GpuRequest parse(String text) {
        String value = text.strip();
        if (value.equals("all")) {
            return new All();
        }
        if (value.matches("[1-9]\\d{0,2}")) {
            return new Count(Integer.parseInt(value));
        }
        List<String> ids =
                Stream.of(value.split(",", -1)).map(String::strip).distinct().toList();
        if (ids.stream().allMatch(id -> id.matches("(GPU|MIG)-[0-9a-fA-F][0-9a-fA-F-]*"))) {
            return new Devices(ids);
        }
        throw new IllegalArgumentException("--gpus takes all, a number from 1 on, or UUIDs such as"
                + " GPU-8f6d…, separated by commas, not [" + text + "].");
    }

    /** As {@code --gpus} takes it. */
    String text();

    /** Every GPU of the host. */
    record All() implements GpuRequest {
        @Override
        public String text() {
            return "all";
        }
    }

    /** None at all, whatever the node type has; nobody asks for it on a command line. */
    record None() implements GpuRequest {
        @Override
        public String text() {
            return "none";
        }
    }

    /**
     * So many, whichever.
     *
     * @param number 1 or more
     */
    record Count(int number) implements GpuRequest {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "%d", number);
        }
    }

    /**
     * These.
     *
     * @param uuids such as {@code GPU-8f6d…} or {@code MIG-…}
     */
    record Devices(List<String> uuids) implements GpuRequest {
        public Devices {
            uuids = List.copyOf(uuids);
        }

        @Override
        public String text() {
            return String.join(",", uuids);
        }
    }
}
