package dev.nodestart.conformance.assertj;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import java.time.Duration;
import java.util.Optional;

/** Assertions on an init script that ran on a node. */
public class InitScriptAssert extends FollowAssert<InitScriptAssert, ScriptRun> {
    private static final String LOGS = "/databricks/init_scripts/";

    /** Asserts on a script. */
    public InitScriptAssert(ScriptRun actual) {
        super(actual, InitScriptAssert.class);
    }

    @Override
    Optional<String> problem() {
        if (actual.run().isPresent()) {
            return Optional.empty();
        }
        return Optional.of("Expecting [" + actual.node() + "] to have run the init script [" + actual.name() + "], but "
                + (actual.known().isEmpty()
                        ? "the launch had no init scripts: name it in [initScripts] or in the spec's [init_scripts]."
                        : "it ran only " + actual.known() + "."));
    }

    /** It ended with exit code 0. */
    public InitScriptAssert successfully() {
        InitScriptRun run = run();
        if (run.status() != InitScriptStatus.SUCCEEDED) {
            fail("Expecting the init script [" + run.destination() + "] to succeed on [" + actual.node()
                    + "], but its status is [" + run.status() + "]"
                    + run.error().map(text -> ": " + text).orElse("")
                    + "." + log(".stdout.log") + log(".stderr.log"));
        }
        return this;
    }

    /** It took no longer than this. */
    public InitScriptAssert within(Duration limit) {
        if (run().duration().compareTo(limit) > 0) {
            fail("Expecting the init script [" + run().destination() + "] to run within " + Texts.seconds(limit)
                    + " on [" + actual.node() + "], but it took " + Texts.seconds(run().duration()) + ".");
        }
        return this;
    }

    /** Its standard output log has this text in it. */
    public InitScriptAssert printing(String text) {
        String log = read(".stdout.log");
        if (!log.contains(text)) {
            fail("Expecting the init script [" + run().destination() + "] to print [" + text + "] on [" + actual.node()
                    + "], but it did not." + log(".stdout.log") + log(".stderr.log"));
        }
        return this;
    }

    private InitScriptRun run() {
        verifyRan();
        return actual.run().orElseThrow();
    }

    private String log(String ending) {
        StringBuilder text = new StringBuilder();
        Texts.part(text, LOGS + run().logName() + ending, read(ending));
        return text.toString();
    }

    private String read(String ending) {
        return actual.node()
                .bash("cat " + Texts.quoted(LOGS + run().logName() + ending) + " 2>/dev/null || true")
                .stdout();
    }
}
