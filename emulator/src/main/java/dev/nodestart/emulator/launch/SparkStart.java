package dev.nodestart.emulator.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Follows the start of Spark on one node, up to a healthy driver or a worker that the master knows. */
final class SparkStart {
    /** How long the driver has to die of what its master died of. */
    private static final Duration DRIVER_TOO = Duration.ofSeconds(3);

    private final LaunchContext context;
    private final NodePlan plan;
    private final Supplier<String> death;
    private final Duration limit;
    private String downCause = "";
    private String masterDeath = "";

    SparkStart(LaunchContext context, NodePlan plan, Supplier<String> death) {
        this.context = context;
        this.plan = plan;
        this.death = death;
        this.limit = context.request.limits().spark();
    }

    /** Waits until the driver is healthy, or the worker has started. */
    String await() throws InterruptedException {
        NodeLaunch.Deadline deadline = NodeLaunch.Deadline.in(limit);
        String java = "";
        while (true) {
            NodeEvent event = next(deadline);
            switch (event.name()) {
                case "java" -> java = event.value("version");
                case "driver-healthy" -> {
                    if (!masterDeath.isEmpty()) {
                        throw failure(masterDeath);
                    }
                    return java.isEmpty() ? "" : "Java " + java;
                }
                case "worker" -> {
                    if (event.number("status") == 0) {
                        return "";
                    }
                    throw failure("worker on " + plan.ip() + ": " + event.value("text"));
                }
                default -> common(event);
            }
        }
    }

    /** Waits until every worker is registered; on a worker, until this one is. */
    String awaitWorkers() throws InterruptedException {
        if (!plan.isDriver()) {
            boolean there = context.registration(plan.ip()).await(limit.toMillis(), TimeUnit.MILLISECONDS);
            context.checkCancelled();
            if (!there) {
                throw failure("worker on " + plan.ip() + " did not reach the master at " + context.driverIp + ":7077");
            }
            return "";
        }
        NodeLaunch.Deadline deadline = NodeLaunch.Deadline.in(limit);
        int workers = context.request.spec().numWorkers();
        while (registered() < workers) {
            common(next(deadline));
        }
        return "";
    }

    private int registered() {
        return context.registeredWorkers();
    }

    private void common(NodeEvent event) {
        switch (event.name()) {
            case "master" -> {
                if (event.number("status") != 0) {
                    masterDied(event);
                }
            }
            case "worker-registered" -> context.registered(event.value("ip"));
            case "driver-down" -> downCause = event.value("cause");
            case "driver-exit" ->
                throw new StageFailure(Termination.driverDown(
                        downCause.isEmpty()
                                ? "driver state change (exit code: " + event.value("code") + ")"
                                : downCause));
            case "disconnected" ->
                throw new StageFailure(Termination.driverDown("driver state change (" + death.get() + ")"));
            default -> {}
        }
    }

    /** A master that dies beside the driver, as both do of a wrong Java, leaves the last word to the driver. */
    private void masterDied(NodeEvent event) {
        String what = "master: " + event.value("text");
        if (event.value("late").isEmpty()) {
            throw failure(what);
        }
        masterDeath = what;
    }

    private NodeEvent next(NodeLaunch.Deadline deadline) throws InterruptedException {
        boolean masterIsDead = !masterDeath.isEmpty();
        Duration left = masterIsDead && deadline.left().compareTo(DRIVER_TOO) > 0 ? DRIVER_TOO : deadline.left();
        Optional<NodeEvent> event = context.link(plan.name()).next(left);
        context.checkCancelled();
        if (event.isEmpty() && masterIsDead) {
            throw failure(masterDeath);
        }
        return event.orElseThrow(() -> downCause.isEmpty()
                ? new StageFailure(Termination.sparkTimedOut(limit))
                : new StageFailure(Termination.driverDown(downCause)));
    }

    private static StageFailure failure(String what) {
        return new StageFailure(Termination.sparkDidNotStart(what));
    }
}
