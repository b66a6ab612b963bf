package dev.nodestart.emulator.script;

import dev.nodestart.emulator.spec.ClusterSpec;
import dev.nodestart.emulator.spec.InitScript;
import dev.nodestart.emulator.spec.LocalScript;
import dev.nodestart.emulator.spec.SpecProblem;
import dev.nodestart.emulator.spec.SpecRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches cluster-scoped init scripts from this machine, where the maps and {@code --init-script} say. */
public final class ScriptSources {
    private final PathMaps maps;
    private final Map<String, Path> local = new HashMap<>();

    /** Makes the sources of one launch from its {@code --map} and {@code --init-script} flags. */
    public ScriptSources(PathMaps maps, List<LocalScript> scripts) {
        this.maps = maps;
        scripts.forEach(script -> local.put(script.destination(), Path.of(script.file())));
    }

    /** Scripts that no map covers, and files that were given and are not there: bad input, to be told first. */
    public List<SpecProblem> problems(ClusterSpec spec) {
        List<SpecProblem> problems = new ArrayList<>();
        local.values().stream()
                .filter(file -> !Files.isRegularFile(file))
                .sorted()
                .map(file -> SpecProblem.of(
                        SpecRule.FLAG,
                        "",
                        "Init script [%s] %s.".formatted(file, Files.exists(file) ? "is not a file" : "does not exist"),
                        "Give --init-script the path of a script on this machine."))
                .forEach(problems::add);
        for (int i = 0; i < spec.initScripts().size(); i++) {
            String destination = spec.initScripts().get(i).destination();
            Optional<PlatformPath> path = PlatformPath.of(destination);
            boolean known = local.containsKey(destination)
                    || path.isEmpty()
                    || path.get().inImage()
                    || maps.covers(path.get());
            if (!known) {
                problems.add(SpecProblem.of(
                        SpecRule.SCRIPT_MAP,
                        "/init_scripts/" + i,
                        "Init script [%s] is not on this machine, and no --map covers it.".formatted(destination),
                        "Give --map %s=DIR with the folder that holds it."
                                .formatted(path.get().folder())));
            }
        }
        return problems;
    }

    /** Fetches one script; what goes wrong is said in the platform's own words (dcs.md §5). */
    public ScriptFetch fetch(InitScript script) {
        String destination = script.destination();
        Path file = local.get(destination);
        if (file != null) {
            return read(destination, file);
        }
        Optional<PlatformPath> path = PlatformPath.of(destination);
        if (path.isPresent() && path.get().inImage()) {
            return new ScriptFetch.InImage("/" + String.join("/", path.get().parts()));
        }
        return path.flatMap(maps::resolve)
                .map(found -> read(destination, found))
                .orElseGet(() -> failed(
                        destination,
                        "No such file or directory",
                        path.filter(maps::covers).isPresent()
                                ? "The path leads out of the mapped folder; write it without [..]."
                                : "Give --map %s=DIR with the folder that holds it."
                                        .formatted(
                                                path.map(PlatformPath::folder).orElse("SCHEME:/PREFIX"))));
    }

    private static ScriptFetch read(String destination, Path file) {
        if (Files.isDirectory(file)) {
            return failed(destination, "Is a directory", "Name the script in [%s].".formatted(file));
        }
        if (!Files.exists(file)) {
            return failed(destination, "No such file or directory", "It should be at [%s].".formatted(file));
        }
        try {
            return new ScriptFetch.Fetched(Files.readAllBytes(file), file);
        } catch (IOException e) {
            return failed(destination, "Permission denied", "Make [%s] readable for this user.".formatted(file));
        }
    }

    private static ScriptFetch failed(String destination, String reason, String advice) {
        return new ScriptFetch.Failed(
                "Cluster scoped init script %s failed: %s: %s".formatted(destination, destination, reason), advice);
    }
}
