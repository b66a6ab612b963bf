package dev.nodestart.conformance;

import dev.nodestart.emulator.data.DataFileException;
import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a {@link Policy} from a JSON file. */
public final class PolicyFile {

    private PolicyFile() {}

    /**
     * Reads a policy.
     *
     * @param known the checks that it may name
     * @throws DataFileException naming the file, the place and what is wrong there
     */
    public static Policy read(Path file, Collection<Check> known) {
        try {
            return read(
                    JsonCursor.root(file.toString(), JsonTree.parse(Files.newInputStream(file), file.toString())),
                    known);
        } catch (NoSuchFileException e) {
            throw new DataFileException("There is no policy file [" + file + "].");
        } catch (IOException e) {
            throw new DataFileException("The policy file [" + file + "] cannot be read: " + e.getMessage() + ".");
        }
    }

    private static Policy read(JsonCursor root, Collection<Check> known) {
        root.object(Set.of("require", "severities", "waivers"));
        Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Check check : known) {
            ids.add(check.id());
            names.add(check.id());
            names.add(check.category());
            names.addAll(check.tags());
        }
        Optional<List<Capability>> require = root.optional("require", list -> list.list(PolicyFile::capability))
                .filter(list -> !list.isEmpty());
        Map<String, Severity> severities = root.optional("severities", map -> map.map(PolicyFile::severity))
                .orElse(Map.of());
        severities.keySet().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw root.child("severities").child(id).problem("is the id of no check" + nearest(id, ids));
        });
        List<Waiver> waivers = root.optional("waivers", list -> list.list(waiver -> waiver(waiver, names)))
                .orElse(List.of());
        return new Policy(require, severities, waivers);
    }

    private static Capability capability(JsonCursor place) {
        String name = place.text();
        return Capability.named(name)
                .orElseThrow(() -> place.problem("[" + name + "] is no capability; known are " + Capability.names()));
    }

    private static Severity severity(JsonCursor place) {
        String name = place.text();
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.reportName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> place.problem("must be must, should or info"));
    }

    private static Waiver waiver(JsonCursor place, Set<String> names) {
        place.object(Set.of("check", "reason", "expires"));
        String name = place.child("check").text();
        if (!names.contains(name)) {
            throw place.child("check").problem("[" + name + "] is no check, category or tag" + nearest(name, names));
        }
        return new Waiver(
                name, place.child("reason").text(), place.child("expires").date());
    }

    private static String nearest(String value, Collection<String> known) {
        return UnknownNameException.nearest(value, known)
                .map(name -> "; did you mean [" + name + "]?")
                .map(text -> text.substring(0, text.length() - 1))
                .orElse("; see [nodestart checks list]");
    }
}
