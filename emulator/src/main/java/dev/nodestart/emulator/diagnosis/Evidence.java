package dev.nodestart.emulator.diagnosis;

import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.OverlayEntry;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a launch gives a diagnosis to go by.
 *
 * @param line the runtime line
 * @param code the termination code
 * @param stages the stages in question: those that failed, or {@code RUNNING} for a cluster that runs; empty for any
 * @param lines texts, in the order of their weight
 * @param text all of them, to rule out what is in none
 */
record Evidence(String line, Optional<String> code, Set<Stage> stages, Set<String> lines, SearchText text) {
    private static final Set<String> ASKED_FOR = Set.of(
            "PATH",
            "BASH_ENV",
            "SHELLOPTS",
            "LD_PRELOAD",
            "LD_LIBRARY_PATH",
            "PYTHONHOME",
            "PYTHONPATH",
            "PYTHONWARNINGS");

    static Evidence of(Launch launch, List<String> more) {
        Set<String> lines = new LinkedHashSet<>();
        launch.termination().ifPresent(reason -> add(lines, reason.parameters().get("databricks_error_message")));
        launch.trouble().ifPresent(text -> add(lines, text));
        launch.initScripts().forEach(script -> script.error().ifPresent(text -> add(lines, text)));
        launch.stages().stream().filter(Evidence::wentWrong).forEach(run -> add(lines, run.detail()));
        more.forEach(text -> add(lines, text));
        launch.stateMessage().ifPresent(text -> add(lines, text));
        if (launch.state() != Launch.State.RUNNING) {
            launch.notes().forEach(note -> add(lines, note));
        }
        launch.image().ifPresent(image -> facts(lines, image));
        launch.spec()
                .path("spark_env_vars")
                .properties()
                .forEach(entry ->
                        settings(lines, "Spec", entry.getKey(), entry.getValue().asText()));
        launch.spec().path("spark_conf").properties().stream()
                .filter(entry -> isAskedForInConf(entry.getKey()))
                .forEach(entry -> lines.add(
                        "Spec conf: [" + entry.getKey() + "=" + entry.getValue().asText() + "]"));
        launch.overlay().stream()
                .filter(entry -> entry.fate() == OverlayEntry.Fate.KEPT)
                .forEach(entry -> lines.add("Kept of the image: [" + entry.path() + "]"));
        return new Evidence(
                launch.line(),
                launch.termination().map(reason -> reason.code()),
                stages(launch),
                lines,
                SearchText.of(lines));
    }

    /** Settings of image and spec that change how every program starts; any other value may be anything. */
    private static boolean isAskedFor(String name) {
        return ASKED_FOR.contains(name) || name.endsWith("ROOT_CONDA_ENV") || name.startsWith("VIRTUALENV_");
    }

    /** A waiver that is misspelt is one that the user believes in, and a JVM must understand its options. */
    private static boolean isAskedForInConf(String key) {
        return key.toLowerCase(Locale.ROOT).contains("drivernfs") || key.endsWith("JavaOptions");
    }

    private static void settings(Set<String> lines, String owner, String name, String value) {
        if (isAskedFor(name)) {
            lines.add(owner + " env: [" + name + "=" + value + "]");
        }
    }

    /** Facts of the image as lines, so that a pattern can ask for them like for any text. */
    private static void facts(Set<String> lines, ImageInfo image) {
        lines.add("Image platform: [" + image.os() + "/" + image.architecture() + "]");
        lines.add("Image user: [" + image.user() + "]");
        image.env().forEach((name, value) -> settings(lines, "Image", name, value));
        if (!image.entrypoint().isEmpty()) {
            lines.add("Image entrypoint: [" + String.join(" ", image.entrypoint()) + "]");
        }
    }

    private static Set<Stage> stages(Launch launch) {
        if (launch.state() == Launch.State.RUNNING) {
            return Set.of(Stage.RUNNING);
        }
        return launch.stages().stream()
                .filter(Evidence::wentWrong)
                .map(StageRun::stage)
                .collect(Collectors.toSet());
    }

    private static boolean wentWrong(StageRun run) {
        return run.outcome() == StageOutcome.FAILED || run.outcome() == StageOutcome.ERROR;
    }

    private static void add(Set<String> lines, @Nullable String text) {
        if (text != null) {
            text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        }
    }
}
