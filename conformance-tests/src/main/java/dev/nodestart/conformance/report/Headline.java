package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.CapabilityStatus.State;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.TerminationReason;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** The first lines: verdict, image and line, and one sentence of reason. */
final class Headline {

    private static final String INDENT = "  ";

    private Headline() {}

    static void print(VerifyResult result, Page page) {
        Launch launch = result.launch();
        String image = LaunchJson.reference(launch).orElse("no image");
        page.line(verdict(result.verdict(), page.style()) + "  " + image + " on DBR " + LaunchJson.line(launch));
        switch (result.verdict()) {
            case WORKS -> page.labelled(INDENT, running(launch) + " " + required(result));
            case DEGRADED ->
                page.labelled(
                        INDENT,
                        running(launch) + " But what is required does not work: " + names(result, State.NO) + ".");
            case DOES_NOT_BOOT -> termination(launch, page);
            case INCONCLUSIVE -> page.labelled(INDENT, inconclusive(result));
        }
    }

    private static String verdict(Verdict verdict, Style style) {
        return style.bold(
                switch (verdict) {
                    case WORKS -> style.green(verdict.name());
                    case DEGRADED, INCONCLUSIVE -> style.yellow(verdict.name());
                    case DOES_NOT_BOOT -> style.red(verdict.name());
                });
    }

    private static String running(Launch launch) {
        int workers = Math.max(0, launch.nodes().size() - 1);
        String nodes = workers == 0 ? "" : workers == 1 ? " with 1 worker" : " with " + workers + " workers";
        return "The cluster is running" + nodes + " after " + Durations.text(total(launch)) + ".";
    }

    private static Duration total(Launch launch) {
        Instant end = launch.stages().stream()
                .map(run -> run.startedAt().plus(run.duration()))
                .max(Instant::compareTo)
                .orElse(launch.startedAt());
        return Duration.between(launch.startedAt(), end);
    }

    private static String required(VerifyResult result) {
        if (result.checks().isEmpty()) {
            return "No check was asked for.";
        }
        return "What is required works: " + names(result, State.YES) + " ("
                + result.requirements().origin() + ").";
    }

    private static String names(VerifyResult result, State state) {
        return result.capabilities().stream()
                .filter(status -> status.required() && status.state() == state)
                .map(CapabilityStatus::capability)
                .map(capability -> capability.reportName())
                .collect(Collectors.joining(", "));
    }

    private static void termination(Launch launch, Page page) {
        launch.termination().map(Headline::reason).ifPresent(reason -> page.labelled(INDENT, reason));
        launch.stateMessage().ifPresent(message -> page.labelled(INDENT, message));
    }

    private static String reason(TerminationReason reason) {
        return "The cluster ended with " + reason.code() + " (" + reason.type() + ").";
    }

    private static String inconclusive(VerifyResult result) {
        Launch launch = result.launch();
        if (launch.state() == Launch.State.INCONCLUSIVE) {
            return "Nothing is known of the image: "
                    + launch.trouble().orElse("the engine or Nodestart itself failed.");
        }
        String unknown = names(result, State.UNKNOWN);
        return running(launch)
                + (unknown.isEmpty() ? " But no check ran." : " But no check could tell of " + unknown + ".");
    }
}
