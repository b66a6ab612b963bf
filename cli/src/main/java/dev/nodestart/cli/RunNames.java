package dev.nodestart.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what a person means by a run's id, its cluster's id, the beginning of either, or their common last part. */
final class RunNames {
    private RunNames() {}

    /**
     * The one that is meant, empty where none is.
     *
     * @param ids gives all ids of a thing
     * @throws CliFailure where it could be more than one
     */
    static <T> Optional<T> find(String given, List<T> all, Function<T, List<String>> ids) {
        Optional<T> exact =
                all.stream().filter(thing -> ids.apply(thing).contains(given)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<T> meant = all.stream()
                .filter(thing -> ids.apply(thing).stream()
                        .anyMatch(id -> !given.isEmpty() && (id.startsWith(given) || id.endsWith("-" + given))))
                .toList();
        if (meant.size() > 1) {
            throw CliFailure.badInput("The run [" + given + "] could be any of "
                    + meant.stream().map(thing -> ids.apply(thing).get(0)).toList() + ": write more of its id.");
        }
        return meant.stream().findFirst();
    }
}
