package dev.nodestart.cli;

import dev.nodestart.emulator.launch.LaunchFlags;
import dev.nodestart.emulator.launch.LaunchPlan;
import dev.nodestart.emulator.launch.LaunchPlanner;
import dev.nodestart.emulator.launch.LaunchRequest;
import dev.nodestart.emulator.secret.SecretReader;
import dev.nodestart.emulator.spec.SpecProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Turns flags into a launch, and what is wrong with them into one message. */
final class Planning {
    private final Terminal terminal;
    private final CommonOptions common;

    Planning(Terminal terminal, CommonOptions common) {
        this.terminal = terminal;
        this.common = common;
    }

    LaunchRequest plan(LaunchFlags flags) {
        LaunchPlan plan = new LaunchPlanner(SecretReader.system())
                .plan(flags.withGpu(flags.extras().gpu().in(terminal.environment())));
        if (plan instanceof LaunchPlan.Refused refused) {
            throw CliFailure.badInput(message(refused.problems()));
        }
        LaunchPlan.Ready ready = (LaunchPlan.Ready) plan;
        if (!common.quiet) {
            ready.warnings().forEach(warning -> terminal.err().println("Warning: " + warning.sentence()));
        }
        return ready.request();
    }

    private static String message(List<SpecProblem> problems) {
        List<SpecProblem> errors =
                problems.stream().filter(SpecProblem::isError).toList();
        if (errors.isEmpty()) {
            return "The spec names no image. Name one on the command line, or give it a [docker_image].";
        }
        if (errors.size() == 1) {
            return errors.get(0).sentence();
        }
        return errors.size() + " problems:\n"
                + errors.stream().map(problem -> "  " + problem.sentence()).collect(Collectors.joining("\n"));
    }
}
