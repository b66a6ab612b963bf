package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.FactGatherer;
import dev.nodestart.conformance.facts.Probe;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the Python kernel imports (dcs.md §4.9). A kernel that runs has imported it, and tells at once; only where there is
 * none does the line's interpreter import it once more, to name what fails.
 */
final class KernelImports {
    static final String NAME = "python.kernel-imports";

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int INTERPRETER_SECONDS = 60;

    private KernelImports() {}

    static Trial trial() {
        return new Trial(NAME, "python", KernelImports::run);
    }

    private static CellResult run(TrialContext context) {
        CellResult first = context.earlier().get(PythonChecks.FIRST);
        String code = code(context.runtime().python().replImports());
        if (first == null || first.status() == Status.OK) {
            CellResult told = context.driver().session().run(Language.PYTHON, code, LIMIT);
            if (told.status() == Status.OK) {
                return told;
            }
        }
        long start = System.nanoTime();
        Question question = new Question(NAME, "exec \"$NS_PYTHON\" -c '" + code + "'", INTERPRETER_SECONDS);
        Map<String, Answer> answers = new Probe(context.launch().runId(), FactGatherer.variables(context.runtime()))
                .ask(context.driver(), List.of(question));
        return result(Optional.ofNullable(answers.get(NAME)), Duration.ofNanos(System.nanoTime() - start));
    }

    /** An interpreter that was ended is no crash of it. */
    static CellResult result(Optional<Answer> answer, Duration duration) {
        Answer told = answer.orElse(new Answer(1, "", ""));
        Status status = answer.isEmpty() || told.timedOut() ? Status.TIMEOUT : told.ok() ? Status.OK : Status.ERROR;
        return new CellResult(
                status, told.out(), told.error(), Optional.empty(), Optional.empty(), told.exitCode(), duration);
    }

    /** Without a single quote, so that it can stand between two. */
    static String code(List<String> modules) {
        try (InputStream file = KernelImports.class.getResourceAsStream("kernel-imports.py")) {
            String text = new String(
                    Objects.requireNonNull(file, "kernel-imports.py is missing").readAllBytes(),
                    StandardCharsets.UTF_8);
            return text.replace("%NAMES%", String.join(" ", modules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
