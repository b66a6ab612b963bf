package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.junit.Cluster;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import dev.nodestart.emulator.model.TerminationReason;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what came of a launch. */
public class ClusterAssert extends AbstractAssert<ClusterAssert, Cluster> {

    /** Asserts on a cluster. */
    public ClusterAssert(Cluster actual) {
        super(actual, ClusterAssert.class);
    }

    /** It is RUNNING. */
    public ClusterAssert isRunning() {
        isNotNull();
        if (!actual.isRunning()) {
            fail("Expecting the cluster to be RUNNING, but it is not." + came());
        }
        return this;
    }

    /** It ended with this termination code, such as {@code INIT_SCRIPT_FAILURE}. */
    public ClusterAssert isTerminatedWith(String code) {
        isNotNull();
        String found =
                actual.launch().termination().map(TerminationReason::code).orElse("none");
        if (!found.equals(code)) {
            fail("Expecting the cluster to end with the termination code [" + code + "], but it is [" + found + "]."
                    + came());
        }
        return this;
    }

    /** One of the causes that were found is this one of the catalogue, such as {@code DCS-F01}. */
    public ClusterAssert isDiagnosedAs(String id) {
        isNotNull();
        List<String> found =
                actual.verify().diagnosis().stream().map(Diagnosis::id).toList();
        if (!found.contains(id)) {
            fail("Expecting the diagnosis [" + id + "], but it is " + found + "." + came());
        }
        return this;
    }

    /** The suite ends with this verdict. */
    public ClusterAssert hasVerdict(Verdict verdict) {
        isNotNull();
        if (actual.verify().verdict() != verdict) {
            fail("Expecting the verdict [" + verdict + "], but it is ["
                    + actual.verify().verdict() + "]." + came());
        }
        return this;
    }

    /** The suite says that the image supports this. */
    public ClusterAssert hasCapability(Capability capability) {
        isNotNull();
        Capabilities.problem(actual.verify(), capability).ifPresent(this::fail);
        return this;
    }

    /** From the create call to its last stage, it took no longer than this. */
    public ClusterAssert bootedWithin(Duration limit) {
        isRunning();
        BootTime.of(actual.launch()).problem(limit).ifPresent(this::fail);
        return this;
    }

    private String came() {
        return "\n" + actual.report();
    }

    private void fail(String message) {
        failWithMessage("%s", message);
    }
}
