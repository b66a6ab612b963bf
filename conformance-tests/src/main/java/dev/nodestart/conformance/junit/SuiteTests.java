package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** A verification as a tree of tests. Pure. */
final class SuiteTests {
    private SuiteTests() {}

    /**
     * The tree: required capabilities, then the checks by category, in the order of the catalogue.
     *
     * @param entries takes warnings, check id and sentence
     */
    static Stream<DynamicNode> of(VerifyResult result, BiConsumer<String, String> entries) {
        Map<String, List<DynamicTest>> categories = new LinkedHashMap<>();
        for (CheckResult check : result.checks()) {
            categories
                    .computeIfAbsent(check.check().category(), name -> new ArrayList<>())
                    .add(test(check, entries));
        }
        List<DynamicNode> tree = new ArrayList<>();
        tree.add(DynamicContainer.dynamicContainer("required capabilities", required(result)));
        categories.forEach((name, tests) -> tree.add(DynamicContainer.dynamicContainer(name, tests)));
        return tree.stream();
    }

    private static Stream<DynamicTest> required(VerifyResult result) {
        return result.capabilities().stream()
                .filter(CapabilityStatus::required)
                .map(status -> DynamicTest.dynamicTest(status.capability().reportName(), () -> judge(status)));
    }

    private static DynamicTest test(CheckResult result, BiConsumer<String, String> entries) {
        return DynamicTest.dynamicTest(
                result.check().id() + " " + result.check().title(), () -> {
                    if (result.outcome() == Outcome.WARN) {
                        entries.accept(result.check().id(), result.message());
                    }
                    judge(result);
                });
    }

    private static void judge(CapabilityStatus status) {
        String checks = status.because().isEmpty() ? "no check" : String.join(", ", status.because());
        String name = status.capability().reportName();
        switch (status.state()) {
            case YES -> {
                return;
            }
            case NO -> throw Failure.of("[" + name + "] is required and does not work: see " + checks + ".");
            case UNKNOWN ->
                throw Failure.harness(
                        "[" + name + "] is required, and nothing is known of it: " + checks + " could not tell.");
        }
    }

    private static void judge(CheckResult result) {
        switch (result.outcome()) {
            case PASS, WARN -> {
                return;
            }
            case SKIPPED -> throw new TestAbortedException(result.message());
            case FAIL -> throw Failure.of(CheckMessages.of(result));
            case ERROR -> throw Failure.harness(CheckMessages.of(result));
        }
    }
}
