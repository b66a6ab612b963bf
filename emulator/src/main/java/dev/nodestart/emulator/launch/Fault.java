package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fault that a user wants to see, put into a launch on purpose.
 *
 * @param kind what goes wrong
 * @param value the registry's answer or a number of seconds, empty where the kind takes none
 * @param stage where it goes wrong
 */
public record Fault(Kind kind, String value, Stage stage) {
    /** The beginning of the note by which reports tell that what follows is not the image's fault. */
    public static final String NOTE = "Injected: ";

    private static final Set<Stage> ON_A_NODE = Set.of(
            Stage.CREATE_CONTAINER, Stage.INJECT_RUNTIME, Stage.START_CONTAINER, Stage.INIT_SCRIPTS, Stage.START_SPARK);

    /** What can go wrong. */
    public enum Kind {
        /** The registry answers with an HTTP status, or stalls. */
        REGISTRY("registry", Stage.PULL_IMAGE),
        /** The engine's disk is full while a container is made, or the node's own disks once it runs. */
        DISK_FULL("disk-full", Stage.START_SPARK),
        /** No name is known in the node. */
        NO_DNS("no-dns", Stage.START_CONTAINER),
        /** A stage takes longer. */
        SLOW_START("slow-start", Stage.START_SPARK),
        /** The node's container is ended from outside. */
        KILL_NODE("kill-node", Stage.START_SPARK);

        private final String word;
        private final Stage usual;

        Kind(String word, Stage usual) {
            this.word = word;
            this.usual = usual;
        }

        private Set<Stage> stages() {
            return switch (this) {
                case REGISTRY, NO_DNS -> Set.of(usual);
                case DISK_FULL ->
                    Set.of(Stage.CREATE_CONTAINER, Stage.INJECT_RUNTIME, Stage.INIT_SCRIPTS, Stage.START_SPARK);
                case SLOW_START -> ON_A_NODE;
                case KILL_NODE -> Set.of(Stage.INIT_SCRIPTS, Stage.START_SPARK);
            };
        }
    }

    /**
     * Reads {@code FAULT[@STAGE]}, such as {@code registry:503}, {@code slow-start=30@init_scripts}.
     *
     * @throws IllegalArgumentException for anything else; the message is for people
     */
    public static Fault parse(String text) {
        int at = text.indexOf('@');
        String fault = at < 0 ? text : text.substring(0, at);
        String[] parts = fault.split("[:=]", 2);
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.word.equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--inject: [" + text
                        + "] is no fault. Known are registry:STATUS, registry:stall, disk-full, no-dns,"
                        + " slow-start=SECONDS and kill-node, each with @STAGE where it is to happen."));
        String value = parts.length < 2 ? "" : parts[1];
        checkValue(kind, value, text);
        return new Fault(kind, value, at < 0 ? kind.usual : stage(kind, text.substring(at + 1), text));
    }

    private static void checkValue(Kind kind, String value, String text) {
        boolean right = switch (kind) {
            case REGISTRY -> value.equals("stall") || value.matches("[45]\\d\\d");
            case SLOW_START -> value.matches("[1-9]\\d{0,3}");
            case DISK_FULL, NO_DNS, KILL_NODE -> value.isEmpty();
        };
        if (!right) {
            throw new IllegalArgumentException("--inject: [" + text + "] is not complete: "
                    + switch (kind) {
                        case REGISTRY ->
                            "registry takes an HTTP status from 400 to 599 or stall, as in [registry:503].";
                        case SLOW_START -> "slow-start takes a number of seconds, as in [slow-start=30].";
                        default -> kind.word + " takes no value.";
                    });
        }
    }

    private static Stage stage(Kind kind, String name, String text) {
        List<String> names =
                kind.stages().stream().sorted().map(Stage::reportName).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("--inject: [" + text + "] cannot happen at [" + name + "], only at "
                    + names.stream().collect(Collectors.joining(", ")) + ".");
        }
        return Stage.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether it is this one, here. */
    boolean is(Kind some, Stage here) {
        return kind == some && stage == here;
    }

    /** The sentence for the report. */
    String note() {
        return NOTE + "[" + this + "], as --inject asked. What follows from it is not the image's fault.";
    }

    /** The fault of that kind and stage, if it was asked for. */
    static Optional<Fault> find(List<Fault> faults, Kind kind, Stage stage) {
        return faults.stream().filter(fault -> fault.is(kind, stage)).findFirst();
    }

    /** As it is written. */
    @Override
    public String toString() {
        String sign = kind == Kind.REGISTRY ? ":" : "=";
        return kind.word + (value.isEmpty() ? "" : sign + value) + "@" + stage.reportName();
    }
}
