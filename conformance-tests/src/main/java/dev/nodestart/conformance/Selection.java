package dev.nodestart.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which checks run: {@code --only} and {@code --skip}, by check id, category or tag.
 *
 * @param only ids, categories and tags to run, empty for all; {@code boot} alone means no check at all
 * @param skip ids, categories and tags to leave out
 */
public record Selection(List<String> only, List<String> skip) {

    private static final String BOOT = "boot";

    /** Everything runs. */
    public static Selection all() {
        return new Selection(List.of(), List.of());
    }

    /**
     * Reads the values of {@code --only} and {@code --skip}, each split at commas.
     *
     * @throws UnknownNameException for a name that is no id, category or tag of the given checks
     */
    public static Selection parse(Collection<String> only, Collection<String> skip, Collection<Check> known) {
        return new Selection(names("--only", only, known), names("--skip", skip, known));
    }

    /** Whether no check is wanted, so that the launch alone decides. */
    public boolean bootOnly() {
        return only.equals(List.of(BOOT));
    }

    /** Whether a check is among those asked for. */
    public boolean includes(Check check) {
        return only.isEmpty() || nameIn(only, check).isPresent();
    }

    /** The name in {@code --skip} that leaves a check out. */
    public Optional<String> skippedBy(Check check) {
        return nameIn(skip, check);
    }

    private static Optional<String> nameIn(List<String> names, Check check) {
        return names.stream().filter(check::isNamed).findFirst();
    }

    private static Stream<String> namesOf(Check check) {
        return Stream.concat(Stream.of(check.id(), check.category()), check.tags().stream());
    }

    private static List<String> names(String place, Collection<String> values, Collection<Check> checks) {
        Set<String> known = new TreeSet<>();
        checks.forEach(check -> namesOf(check).forEach(known::add));
        known.add(BOOT);
        List<String> names = new ArrayList<>();
        for (String name : CommaList.of(values)) {
            if (known.stream().noneMatch(name::equalsIgnoreCase)) {
                throw new UnknownNameException(place, "check, category or tag", name, known);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
