package dev.nodestart.conformance.junit;

import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.testcontainers.DockerClientFactory;

/** What all classes of a test run have together: the engine, and the launches that are shared. */
final class Launches implements AutoCloseable {
    private final OnlyOnce<EngineAccess> engine = new OnlyOnce<>();
    private final Map<String, TestLaunch> shared = new ConcurrentHashMap<>();

    /** Those of this run; the root's store closes them after the last test. */
    static Launches of(ExtensionContext context, Namespace namespace) {
        return context.getRoot()
                .getStore(namespace)
                .getOrComputeIfAbsent(Launches.class, key -> new Launches(), Launches.class);
    }

    /** The launch that an annotation asks for: one of its own, or a shared one. */
    TestLaunch wanted(NodestartTest wanted, ExtensionContext context) {
        LaunchSettings settings = settings(wanted, context);
        RunsFolder folder = RunsFolder.of(context::getConfigurationParameter);
        TestLaunch own = new TestLaunch(
                wanted,
                settings,
                () -> new Launching(
                        engine.get(TestcontainersEngine::connect),
                        new Surroundings(List.of(), List.of(), sessionLabels()),
                        folder.path()));
        if (wanted.share().isEmpty()) {
            return own;
        }
        if (own.perMethod()) {
            throw problem(context, "share [" + wanted.share() + "] and a launch for every method exclude each other.");
        }
        TestLaunch first = shared.computeIfAbsent(wanted.share(), name -> own);
        if (!first.settings().equals(settings)) {
            throw problem(
                    context,
                    "another class of this run shares [" + wanted.share()
                            + "] with other settings: give them the same, or another name.");
        }
        return first;
    }

    private static LaunchSettings settings(NodestartTest wanted, ExtensionContext context) {
        try {
            return LaunchSettings.of(wanted, Placeholders.of(context::getConfigurationParameter)::fill);
        } catch (IllegalArgumentException e) {
            throw problem(context, String.valueOf(e.getMessage()));
        }
    }

    private static ExtensionConfigurationException problem(ExtensionContext context, String what) {
        return new ExtensionConfigurationException(
                context.getRequiredTestClass().getName() + ": " + what);
    }

    /** Testcontainers' reaper, where it runs, removes what carries these labels. */
    static Map<String, String> sessionLabels() {
        Map<String, String> labels = new LinkedHashMap<>(DockerClientFactory.DEFAULT_LABELS);
        labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
        return labels;
    }

    @Override
    public void close() {
        shared.values().forEach(TestLaunch::close);
        engine.ifPresent(access -> access.engine().close());
    }
}
