package dev.nodestart.emulator.script;

import dev.nodestart.emulator.spec.SpecProblem;
import dev.nodestart.emulator.spec.SpecRule;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The folders of this machine that stand for the platform's storage: {@code --map SCHEME:/PREFIX=DIR}. */
public final class PathMaps {
    private static final String FORM =
            "Write it as [workspace:/Shared=./scripts], [dbfs:/init=./dbfs], [s3://bucket=./s3] or the like.";

    private final List<Entry> entries;
    private final List<SpecProblem> problems;

    private PathMaps(List<Entry> entries, List<SpecProblem> problems) {
        this.entries = List.copyOf(entries);
        this.problems = List.copyOf(problems);
    }

    private record Entry(PlatformPath prefix, Path folder) {}

    /** Nothing is mapped. */
    public static PathMaps none() {
        return new PathMaps(List.of(), List.of());
    }

    /** Reads the values of {@code --map}; folders need not exist yet. */
    public static PathMaps of(Collection<String> flags) {
        List<Entry> entries = new ArrayList<>();
        List<SpecProblem> problems = new ArrayList<>();
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            Optional<PlatformPath> prefix = equals < 0 ? Optional.empty() : PlatformPath.of(flag.substring(0, equals));
            Optional<Path> folder = path(flag.substring(equals + 1));
            if (prefix.isEmpty() || folder.isEmpty()) {
                problems.add(flag("Flag --map [%s] is not of the form [SCHEME:/PREFIX=DIR].".formatted(flag), FORM));
            } else if (prefix.get().inImage()) {
                problems.add(flag(
                        "Flag --map [%s] maps [file:], whose files lie in the image.".formatted(flag),
                        "Put the script into the image, or give it another kind of location."));
            } else {
                entries.add(new Entry(prefix.get(), folder.get()));
            }
        }
        // The longest prefix wins.
        entries.sort(Comparator.comparingInt(entry -> -entry.prefix().parts().size()));
        return new PathMaps(entries, problems);
    }

    /** Flags that are wrong. */
    public List<SpecProblem> problems() {
        return problems;
    }

    /**
     * The file or folder that stands for a destination of the platform, such as {@code cluster_log_conf}'s; empty where
     * no map covers it, or where {@code ..} would lead out of the mapped folder.
     */
    public Optional<Path> resolve(String destination) {
        return PlatformPath.of(destination).flatMap(this::resolve);
    }

    Optional<Path> resolve(PlatformPath path) {
        for (Entry entry : entries) {
            if (path.startsWith(entry.prefix())) {
                Path folder = entry.folder().toAbsolutePath().normalize();
                return path(String.join("/", path.after(entry.prefix())))
                        .or(() -> Optional.of(Path.of("")))
                        .map(rest -> folder.resolve(rest).normalize())
                        .filter(found -> found.startsWith(folder));
            }
        }
        return Optional.empty();
    }

    boolean covers(PlatformPath path) {
        return entries.stream().anyMatch(entry -> path.startsWith(entry.prefix()));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static SpecProblem flag(String message, String advice) {
        return SpecProblem.of(SpecRule.FLAG, "", message, advice);
    }
}
