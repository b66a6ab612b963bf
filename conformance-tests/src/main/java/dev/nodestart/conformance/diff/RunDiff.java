package dev.nodestart.conformance.diff;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.StageRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compares two runs: what they are, what works, what was found, what the node answered, how long stages took. */
public final class RunDiff {
    /** A stage is only told of where its time changed by half and by more than noise. */
    private static final double FACTOR = 1.5;

    private static final long NOISE_MILLIS = 100;

    private final List<Difference> differences = new ArrayList<>();

    private RunDiff() {}

    /** Everything that is different, section by section; empty where nothing is. */
    public static List<Difference> of(VerifyResult before, VerifyResult after) {
        RunDiff diff = new RunDiff();
        diff.compare("run", run(before), run(after));
        diff.compare("capabilities", capabilities(before), capabilities(after));
        diff.compare("checks", checks(before), checks(after));
        diff.compare("init scripts", scripts(before.launch()), scripts(after.launch()));
        diff.stages(stages(before.launch()), stages(after.launch()));
        diff.facts(facts(before), facts(after));
        return List.copyOf(diff.differences);
    }

    private void compare(String section, Map<String, String> before, Map<String, String> after) {
        for (String name : names(before, after)) {
            String was = before.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (!was.equals(is)) {
                differences.add(Difference.of(section, name, was, is));
            }
        }
    }

    private void stages(Map<String, Long> before, Map<String, Long> after) {
        for (String name : names(before, after)) {
            long was = before.getOrDefault(name, 0L);
            long is = after.getOrDefault(name, 0L);
            boolean differs =
                    Math.abs(was - is) > NOISE_MILLIS && Math.max(was, is) > FACTOR * Math.max(1, Math.min(was, is));
            if (differs) {
                differences.add(Difference.of("stage times", name, millis(before, name), millis(after, name)));
            }
        }
    }

    private static String millis(Map<String, Long> times, String name) {
        return times.containsKey(name) ? times.get(name) + " ms" : "";
    }

    private void facts(Map<String, Answer> before, Map<String, Answer> after) {
        for (String name : names(before, after)) {
            List<String> was = lines(before, name);
            List<String> is = lines(after, name);
            List<String> removed = without(was, is);
            List<String> added = without(is, was);
            if (was.size() <= 1 && is.size() <= 1 && !was.equals(is)) {
                differences.add(Difference.of("facts", name, String.join("", was), String.join("", is)));
            } else if (!removed.isEmpty() || !added.isEmpty()) {
                differences.add(Difference.ofLines("facts", name, removed, added));
            }
        }
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = new LinkedHashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }

    private static List<String> lines(Map<String, Answer> answers, String name) {
        Answer answer = answers.get(name);
        if (answer == null) {
            return List.of();
        }
        return answer.out().isEmpty() && !answer.ok() ? List.of("exit status " + answer.exitCode()) : answer.lines();
    }

    private static Map<String, String> run(VerifyResult result) {
        Launch launch = result.launch();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("verdict", result.verdict().name());
        values.put("image", launch.image().map(ImageInfo::reference).orElse(""));
        values.put("image id", launch.image().map(ImageInfo::id).orElse(""));
        values.put(
                "size",
                launch.image().map(image -> image.sizeBytes() + " bytes").orElse(""));
        values.put("line", launch.line());
        values.put("state message", launch.stateMessage().orElse(""));
        result.diagnosis().forEach(cause -> values.put(cause.id(), cause.cause()));
        launch.image().map(ImageInfo::env).orElse(Map.of()).forEach((name, value) -> values.put("ENV " + name, value));
        return values;
    }

    private static Map<String, String> capabilities(VerifyResult result) {
        return map(
                result.capabilities(),
                status -> status.capability().reportName(),
                status -> status.state().reportName());
    }

    private static Map<String, String> checks(VerifyResult result) {
        return map(
                result.checks(),
                one -> one.check().id(),
                // times in messages differ from run to run
                one -> one.outcome() + ": " + one.message().replaceAll("\\b\\d+ ms\\b", "… ms"));
    }

    private static Map<String, String> scripts(Launch launch) {
        return map(launch.initScripts(), run -> run.node() + " " + run.destination(), RunDiff::ending);
    }

    private static String ending(InitScriptRun run) {
        return run.status()
                + (run.exitCode().isPresent()
                        ? ", exit status " + run.exitCode().getAsInt()
                        : "");
    }

    private static Map<String, Long> stages(Launch launch) {
        Map<String, Long> times = new LinkedHashMap<>();
        for (StageRun run : launch.stages()) {
            times.put(
                    run.node() + " " + run.stage().reportName(), run.duration().toMillis());
        }
        return times;
    }

    private static Map<String, Answer> facts(VerifyResult result) {
        return result.facts().map(facts -> facts.answers()).orElse(Map.of());
    }

    private static <T> Map<String, String> map(List<T> items, Function<T, String> name, Function<T, String> value) {
        Map<String, String> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(name.apply(item), value.apply(item)));
        return map;
    }

    private static Set<String> names(Map<String, ?> before, Map<String, ?> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }
}
