package dev.nodestart.conformance.facts;

import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.LaunchListener;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.NodeRole;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.node.RunningNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks the {@linkplain Question#early() early} questions while the driver starts: listens to one launch. What it did not get
 * is asked again of the node that runs.
 */
public final class EarlyFacts implements LaunchListener {
    /** A start that fails mostly does so at once; then nobody needs answers, and the exec would delay the diagnosis. */
    private static final Duration SURVIVED = Duration.ofMillis(100);

    private final EngineAccess access;
    private final Map<String, String> variables;
    private final Supplier<List<Question>> questions;
    private final CountDownLatch failed = new CountDownLatch(1);
    private Optional<NodeInfo> driver = Optional.empty();
    private CompletableFuture<Map<String, Answer>> asked = CompletableFuture.completedFuture(Map.of());

    /**
     * Makes a listener that asks nothing yet.
     *
     * @param variables set for every question
     * @param questions all that the node will be asked; asked for on a thread of its own
     */
    public EarlyFacts(EngineAccess access, Map<String, String> variables, Supplier<List<Question>> questions) {
        this.access = access;
        this.variables = Map.copyOf(variables);
        this.questions = questions;
    }

    @Override
    public void nodeCreated(NodeInfo node) {
        if (node.role() == NodeRole.DRIVER) {
            driver = Optional.of(node);
        }
    }

    @Override
    public synchronized void stageStarted(String node, Stage stage) {
        driver.filter(known -> stage == Stage.START_SPARK && known.name().equals(node))
                .ifPresent(known -> {
                    CompletableFuture<Map<String, Answer>> answers = new CompletableFuture<>();
                    asked = answers;
                    Thread thread = new Thread(() -> ask(known, answers), "nodestart-early-facts");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    @Override
    public void stageFinished(StageRun run) {
        if (run.outcome() != StageOutcome.OK && run.outcome() != StageOutcome.SKIPPED) {
            failed.countDown();
        }
    }

    private void ask(NodeInfo node, CompletableFuture<Map<String, Answer>> answers) {
        try (RunningNode running = access.open(node)) {
            List<Question> early = failed.await(SURVIVED.toMillis(), TimeUnit.MILLISECONDS)
                    ? List.of()
                    : questions.get().stream().filter(Question::early).toList();
            if (early.isEmpty()) {
                answers.complete(Map.of());
                return;
            }
            String nonce = UUID.randomUUID().toString();
            answers.complete(new Probe(nonce, variables).ask(running, early));
        } catch (RuntimeException | InterruptedException e) {
            answers.completeExceptionally(e);
        }
    }

    /** What was answered, by name; waits for it. */
    synchronized Map<String, Answer> answers() {
        try {
            return asked.join();
        } catch (CompletionException | CancellationException e) {
            return Map.of();
        }
    }
}
