package dev.nodestart.conformance;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A set of checks. Suites are plugins: {@link ServiceLoader} finds every suite that is on the class path and named in
 * {@code META-INF/services/dev.nodestart.conformance.CheckSuite}.
 */
public interface CheckSuite {

    /** The catalogue: every check of the suite, in the order of reports. Needs no node. */
    List<Check> checks();

    /** The same checks in the same order, bound to one launch. Nothing runs before a task is evaluated. */
    List<CheckTask> tasks(CheckContext context);

    /** The suites on the class path, ordered by the id of their first check, so that reports do not vary. */
    static List<CheckSuite> installed() {
        Stream<CheckSuite> suites =
                ServiceLoader.load(CheckSuite.class).stream().map(ServiceLoader.Provider::get);
        return suites.sorted((a, b) -> firstId(a).compareTo(firstId(b))).toList();
    }

    private static String firstId(CheckSuite suite) {
        return suite.checks().stream().map(Check::id).findFirst().orElse("");
    }
}
