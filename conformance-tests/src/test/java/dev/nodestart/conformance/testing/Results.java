package dev.nodestart.conformance.testing;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Check results for tests. */
public final class Results {

    private Results() {}

    public static CheckResult result(Capability capability, Outcome outcome) {
        return result(capability.name() + "-1", Severity.MUST, true, capability, outcome);
    }

    public static CheckResult result(
            String id, Severity severity, boolean proof, Capability capability, Outcome outcome) {
        return new CheckResult(
                check(id, severity, proof, capability), outcome, "What was found.", List.of("a line"), Duration.ZERO);
    }

    public static Check check(String id, Severity severity, boolean proof, Capability capability) {
        return new Check(
                id,
                "A title",
                "category",
                severity,
                Optional.of(capability),
                proof,
                LineRange.all(),
                List.of(),
                "Why.",
                "RUN the remedy",
                "dcs.md §1");
    }
}
