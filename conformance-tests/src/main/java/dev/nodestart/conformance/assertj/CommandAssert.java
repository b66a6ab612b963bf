package dev.nodestart.conformance.assertj;

import dev.nodestart.emulator.node.CellResult;
import java.time.Duration;
import java.util.Optional;

/** Assertions on a shell command that ran to its end, whatever its exit code. */
public class CommandAssert extends FollowAssert<CommandAssert, CellRun> {

    /** Asserts on a command that ran. */
    public CommandAssert(CellRun actual) {
        super(actual, CommandAssert.class);
    }

    @Override
    Optional<String> problem() {
        CellResult result = actual.result();
        return result.status() == CellResult.Status.FAILED || result.status() == CellResult.Status.TIMEOUT
                ? Optional.of("Expecting " + actual.sentence() + "to run, but it " + Texts.ending(result) + "."
                        + Texts.evidence(result))
                : Optional.empty();
    }

    /** It left this exit code. */
    public CommandAssert withExitCode(int code) {
        if (actual.result().exitCode() != code) {
            fail("Expecting " + actual.sentence() + "to leave exit code [" + code + "], but it left ["
                    + actual.result().exitCode() + "]." + Texts.evidence(actual.result()));
        }
        return this;
    }

    /** It left exit code 0. */
    public CommandAssert successfully() {
        return withExitCode(0);
    }

    /** Its standard output has this text in it. */
    public CommandAssert printing(String text) {
        if (!actual.result().stdout().contains(text)) {
            fail("Expecting " + actual.sentence() + "to print [" + text + "], but it did not."
                    + Texts.evidence(actual.result()));
        }
        return this;
    }

    /** Its standard error has this text in it. */
    public CommandAssert printingError(String text) {
        if (!actual.result().stderr().contains(text)) {
            fail("Expecting " + actual.sentence() + "to print [" + text + "] to standard error, but it did not."
                    + Texts.evidence(actual.result()));
        }
        return this;
    }

    /** It took no longer than this. */
    public CommandAssert within(Duration limit) {
        if (actual.result().duration().compareTo(limit) > 0) {
            fail("Expecting " + actual.sentence() + "to run within " + Texts.seconds(limit) + ", but it took "
                    + Texts.seconds(actual.result().duration()) + ".");
        }
        return this;
    }
}
