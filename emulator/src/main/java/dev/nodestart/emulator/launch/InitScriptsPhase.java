package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.ScriptChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Follows the init scripts of one node, and stops one that takes too long (dcs.md §5). */
final class InitScriptsPhase {
    /** What shells say of a program that is there and cannot be executed. */
    private static final int NOT_EXECUTED = 126;

    /** What shells say of a program, or its interpreter, that is not there. */
    private static final int NOT_FOUND = 127;

    private static final String NON_ZERO = "Script exit status is non-zero";

    private final LaunchContext context;
    private final NodePlan plan;
    private final Supplier<String> death;
    private final List<String> logNames;
    private final List<PlannedScript> scripts;
    private final List<InitScriptRun> runs = new ArrayList<>();
    private final List<ReportedChanges> changes = new ArrayList<>();
    private long scriptStart;
    private Optional<Duration> ran = Optional.empty();

    /** How the container died is asked only once it has. */
    InitScriptsPhase(LaunchContext context, NodePlan plan, List<String> logNames, Supplier<String> death) {
        this.context = context;
        this.plan = plan;
        this.death = death;
        this.logNames = logNames;
        this.scripts = context.request.scripts();
    }

    /** Every script of the spec with what became of it. */
    List<InitScriptRun> runs() {
        return List.copyOf(runs);
    }

    /** The same with what each did to the files of its node. */
    List<InitScriptRun> traced(String containerId) {
        return ScriptTrace.fetch(context.engine, containerId)
                .map(trace -> IntStream.range(0, runs.size())
                        .mapToObj(i -> runs.get(i)
                                .with(new ScriptChanges(runs.get(i).changes().noticed(), trace.of(i))))
                        .toList())
                .orElseGet(this::runs);
    }

    String await() throws InterruptedException {
        if (plan.isDriver()) {
            context.events.initScriptsStarted(scripts);
        }
        try {
            fetchFailures();
            follow();
            return scripts.size() + (scripts.size() == 1 ? " script" : " scripts");
        } catch (StageFailure e) {
            complete();
            context.events.initScriptsFinished(plan.ip(), scripts, runs);
            throw e;
        }
    }

    /** The platform fetches before it runs anything, so one script that is not there fails them all. */
    private void fetchFailures() {
        for (int i = 0; i < scripts.size(); i++) {
            Optional<String> error = scripts.get(i).fetchError();
            if (error.isPresent()) {
                for (int before = 0; before < i; before++) {
                    add(before, InitScriptStatus.NOT_EXECUTED, OptionalInt.empty(), Duration.ZERO, Optional.empty());
                }
                throw fail(i, InitScriptStatus.FAILED_FETCH, OptionalInt.empty(), error.get());
            }
        }
    }

    private void follow() throws InterruptedException {
        NodeLink link = context.link(plan.name());
        NodeLaunch.Deadline deadline =
                NodeLaunch.Deadline.in(context.request.limits().initScript());
        boolean stopped = false;
        while (true) {
            Optional<NodeEvent> next = link.next(deadline.left());
            context.checkCancelled();
            if (next.isEmpty()) {
                if (stopped) {
                    throw new HarnessException("The init script [" + destination(runs.size()) + "] on [" + plan.name()
                            + "] could not be stopped at its limit.");
                }
                stopped = true;
                link.order("limit");
                deadline = NodeLaunch.Deadline.in(Duration.ofSeconds(10));
                continue;
            }
            NodeEvent event = next.get();
            switch (event.name()) {
                case "init-start" -> {
                    scriptStart = System.nanoTime();
                    ran = Optional.empty();
                    changes.add(new ReportedChanges(context.request.mask()));
                    deadline = NodeLaunch.Deadline.in(context.request.limits().initScript());
                    context.listener.initScriptStarted(plan.name(), destination(event.number("index")));
                }
                case "init-exit" -> ran = Optional.of(sinceStart());
                case "script-change" -> lastChanges().ifPresent(known -> known.add(event));
                case "init-end" -> ended(event, stopped);
                case "init-missing" ->
                    throw fail(
                            event.number("index"),
                            InitScriptStatus.FAILED_FETCH,
                            OptionalInt.empty(),
                            event.value("path") + ": No such file or directory");
                case "init-done" -> {
                    if (plan.isDriver()) {
                        context.events.initScriptsFinished(plan.ip(), scripts, runs);
                    }
                    return;
                }
                case "disconnected" ->
                    throw fail(
                            runs.size(),
                            InitScriptStatus.FAILED_EXECUTION,
                            OptionalInt.empty(),
                            "The container ended while the script ran (" + death.get() + ")");
                default -> {}
            }
        }
    }

    private Optional<ReportedChanges> lastChanges() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
    }

    private void ended(NodeEvent event, boolean stopped) {
        int index = event.number("index");
        int exit = event.number("exit");
        if (exit != 0) {
            if (exit == NOT_EXECUTED || exit == NOT_FOUND) {
                noteFirstLine(index, event.value("first"));
            }
            noteText(index, exit, !stopped && event.value("said").equals("nothing"));
            String cause = stopped
                    ? "Script was stopped after its limit of "
                            + context.request.limits().initScript().toSeconds() + " seconds"
                    : NON_ZERO;
            throw fail(index, InitScriptStatus.FAILED_EXECUTION, OptionalInt.of(exit), cause);
        }
        add(index, InitScriptStatus.SUCCEEDED, OptionalInt.of(0), sinceStart(), Optional.empty());
    }

    /** What cannot be executed is explained by its first line, which nobody sees. */
    private void noteFirstLine(int index, String line) {
        if (!line.isEmpty()) {
            context.note("The first line of the init script [" + destination(index) + "] is [" + line + "].");
        }
    }

    /** What only the script's own text tells: that it is none, or which command may have failed without a word. */
    private void noteText(int index, int exit, boolean silent) {
        Optional<byte[]> content =
                index >= 0 && index < scripts.size() ? scripts.get(index).content() : Optional.empty();
        content.flatMap(ScriptText::begin)
                .ifPresent(begin -> context.note("The init script [" + destination(index) + "] begins with ["
                        + context.request.mask().apply(begin) + "], not with #!."));
        content.flatMap(ScriptText::typographic)
                .ifPresent(what -> context.note("The init script [" + destination(index) + "] has "
                        + context.request.mask().apply(what) + "."));
        if (silent) {
            content.flatMap(text -> ScriptText.suspects(text, exit))
                    .ifPresent(suspects -> context.note("The init script [" + destination(index) + "] ended on ["
                            + plan.name() + "] with status " + exit + " and without a word of its own, after "
                            + context.request.mask().apply(suspects) + "."));
        }
    }

    private StageFailure fail(int index, InitScriptStatus status, OptionalInt exit, String cause) {
        int known = Math.min(Math.max(index, 0), scripts.size() - 1);
        PlannedScript script = scripts.get(known);
        Duration duration = status == InitScriptStatus.FAILED_EXECUTION ? sinceStart() : Duration.ZERO;
        add(known, status, exit, duration, Optional.of(cause));
        return new StageFailure(
                Termination.initScript(script.global(), script.script().destination(), plan.instanceId(), cause));
    }

    /** Scripts after the one that failed were fetched but not run. */
    private void complete() {
        for (int i = runs.size(); i < scripts.size(); i++) {
            add(i, InitScriptStatus.NOT_EXECUTED, OptionalInt.empty(), Duration.ZERO, Optional.empty());
        }
    }

    private void add(int index, InitScriptStatus status, OptionalInt exit, Duration duration, Optional<String> error) {
        InitScriptRun run = new InitScriptRun(
                plan.name(),
                scripts.get(index).global(),
                destination(index),
                status,
                exit,
                duration,
                error,
                logNames.get(index),
                index < changes.size() ? new ScriptChanges(changes.get(index).list(), List.of()) : ScriptChanges.NONE);
        runs.add(run);
        context.listener.initScriptFinished(run);
    }

    private String destination(int index) {
        return index < 0 || index >= scripts.size()
                ? "unknown"
                : scripts.get(index).script().destination();
    }

    private Duration sinceStart() {
        return ran.orElseGet(() -> Duration.ofNanos(System.nanoTime() - scriptStart));
    }
}
