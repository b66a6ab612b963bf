package dev.nodestart.conformance;

import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A set of checks. Suites are plugins: {@link ServiceLoader} finds every suite that is on the class path and named in
 * {@code META-INF/services/dev.nodestart.conformance.CheckSuite}.
 */
public interface CheckSuite {

    /** Every check of the suite, in the order of reports. */
    List<CheckRule> rules();

    /** What the node is asked for them, in one trip. */
    default List<Question> questions() {
        return List.of();
    }

    /** What is tried for them. */
    default List<Trial> trials() {
        return List.of();
    }

    /** The catalogue: every check without its judgement. */
    default List<Check> checks() {
        return rules().stream().map(CheckRule::check).toList();
    }

    /** The suites on the class path, ordered by the id of their first check, so that reports do not vary. */
    static List<CheckSuite> installed() {
        Stream<CheckSuite> suites =
                ServiceLoader.load(CheckSuite.class).stream().map(ServiceLoader.Provider::get);
        return suites.sorted(Comparator.comparing(CheckSuite::firstId)).toList();
    }

    private static String firstId(CheckSuite suite) {
        return suite.rules().stream().map(rule -> rule.check().id()).findFirst().orElse("");
    }
}
