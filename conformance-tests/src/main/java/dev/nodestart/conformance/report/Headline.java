package dev.nodestart.conformance.report;

import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.CapabilityStatus.State;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.launch.Fault;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.TerminationReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first lines: verdict, image and line, and one sentence of reason. */
final class Headline {

    private static final String INDENT = "  ";

    private static final int LINES = 8;

    private Headline() {}

    static void print(VerifyResult result, Page page) {
        page.line(verdict(result.verdict(), page.style()) + "  " + where(result.launch()));
        sentences(result).forEach(sentence -> page.labelled(INDENT, sentence));
    }

    /** Verdict, image and line. */
    static String title(VerifyResult result) {
        return result.verdict() + "  " + where(result.launch());
    }

    /** Image and line. */
    static String where(Launch launch) {
        return Text.oneLine(LaunchJson.reference(launch).orElse("no image")) + " on DBR " + LaunchJson.line(launch);
    }

    /** Why the verdict is what it is; a paragraph each. What was made to go wrong on purpose is said first. */
    static List<String> sentences(VerifyResult result) {
        return Stream.concat(
                        result.launch().notes().stream().filter(note -> note.startsWith(Fault.NOTE)),
                        reasons(result).stream())
                .toList();
    }

    private static List<String> reasons(VerifyResult result) {
        Launch launch = result.launch();
        return switch (result.verdict()) {
            case WORKS -> List.of(running(launch) + " " + required(result));
            case DEGRADED ->
                List.of(running(launch) + " But what is required does not work: " + names(result, State.NO) + ".");
            case DOES_NOT_BOOT ->
                Stream.concat(
                                launch.termination().map(Headline::reason).stream(),
                                launch.stateMessage().map(Headline::shortened).stream())
                        .toList();
            case INCONCLUSIVE -> List.of(inconclusive(result));
        };
    }

    /** A message may quote a whole log; what it says is in its first lines, and the rest in the recording. */
    private static String shortened(String message) {
        List<String> lines = message.lines().toList();
        return lines.size() <= LINES ? message : String.join("\n", lines.subList(0, LINES - 1)) + "\n…";
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

    static Duration total(Launch launch) {
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
