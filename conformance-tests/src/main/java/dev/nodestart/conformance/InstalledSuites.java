package dev.nodestart.conformance;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Suites that are loaded once, and not before they are needed: a launch without checks needs none. */
public final class InstalledSuites implements Supplier<List<CheckSuite>> {
    private final Supplier<List<CheckSuite>> source;
    private @Nullable List<CheckSuite> suites;

    /** The suites that the source gives. */
    public InstalledSuites(Supplier<List<CheckSuite>> source) {
        this.source = source;
    }

    /** The suites on the class path. */
    public InstalledSuites() {
        this(CheckSuite::installed);
    }

    /** Begins to load them on a thread of its own, while a node starts. */
    public void load() {
        Thread thread = new Thread(this::get, "nodestart-suites");
        thread.setDaemon(true);
        thread.start();
    }

    /** The suites; loads them, or waits for whoever does. */
    @Override
    public synchronized List<CheckSuite> get() {
        List<CheckSuite> known = suites;
        if (known == null) {
            known = source.get();
            suites = known;
        }
        return known;
    }
}
