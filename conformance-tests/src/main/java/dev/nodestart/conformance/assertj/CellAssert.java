package dev.nodestart.conformance.assertj;

import dev.nodestart.emulator.node.CellResult;
import java.time.Duration;
import java.util.Optional;

/** Assertions on a notebook cell that ran to its end without raising. */
public class CellAssert extends FollowAssert<CellAssert, CellRun> {

    /** Asserts on a cell that ran. */
    public CellAssert(CellRun actual) {
        super(actual, CellAssert.class);
    }

    @Override
    Optional<String> problem() {
        CellResult result = actual.result();
        return result.status() == CellResult.Status.OK
                ? Optional.empty()
                : Optional.of("Expecting " + actual.sentence() + "to run, but it " + Texts.ending(result) + "."
                        + Texts.evidence(result));
    }

    /** Its output, or its value as the notebook shows it, has this text in it. */
    public CellAssert printing(String text) {
        CellResult result = actual.result();
        if (!result.stdout().contains(text) && !result.result().orElse("").contains(text)) {
            fail("Expecting " + actual.sentence() + "to print [" + text + "], but it did not."
                    + Texts.evidence(result));
        }
        return this;
    }

    /** It took no longer than this. */
    public CellAssert within(Duration limit) {
        if (actual.result().duration().compareTo(limit) > 0) {
            fail("Expecting " + actual.sentence() + "to run within " + Texts.seconds(limit) + ", but it took "
                    + Texts.seconds(actual.result().duration()) + ".");
        }
        return this;
    }
}
