package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.junit.NodestartTest.Lifecycle;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One launch of a test run, made when it is first needed and removed when the store that holds it is closed. */
final class TestLaunch implements AutoCloseable {
    private final NodestartTest wanted;
    private final LaunchSettings settings;
    private final Supplier<Launching> launching;
    private final OnlyOnce<Cluster> cluster = new OnlyOnce<>();

    TestLaunch(NodestartTest wanted, LaunchSettings settings, Supplier<Launching> launching) {
        this.wanted = wanted;
        this.settings = settings;
        this.launching = launching;
    }

    LaunchSettings settings() {
        return settings;
    }

    boolean perMethod() {
        return wanted.lifecycle() == Lifecycle.PER_METHOD;
    }

    /** The same wish, to be launched for itself. */
    TestLaunch again() {
        return new TestLaunch(wanted, settings, launching);
    }

    /** Launches, the first time; fails every time where the cluster must run and does not. */
    void start() {
        Cluster launched = cluster();
        if (wanted.mustStart()) {
            launched.requireRunning();
        }
    }

    Cluster cluster() {
        return cluster.get(() -> launching.get().launch(settings));
    }

    /** After the last test: removes the cluster, unless others share it, and attaches what it left. */
    void finish(ExtensionContext context) {
        if (wanted.share().isEmpty()) {
            close();
        }
        cluster.ifPresent(launched -> Attachments.publish(launched, context));
    }

    @Override
    public void close() {
        cluster.ifPresent(Cluster::close);
    }
}
