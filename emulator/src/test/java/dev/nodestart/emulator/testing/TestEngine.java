package dev.nodestart.emulator.testing;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.host.EngineAddress;
import dev.nodestart.emulator.host.EngineLocator;
import dev.nodestart.emulator.host.EngineStarter;
import dev.nodestart.emulator.host.HostException;
import dev.nodestart.emulator.host.HostListener;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.PingProbe;
import dev.nodestart.emulator.host.Programs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link Engine} as a parameter: the one that answers, or one that is started, or installed, as for the
 * first command of a user. Without an engine the test fails; it is never skipped.
 */
public final class TestEngine implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(TestEngine.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Engine.class || type == TestImages.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root's store lives as long as all tests of this JVM, and closes what it holds.
        Held held = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Held.class, key -> new Held(connect()), Held.class);
        return parameter.getParameter().getType() == Engine.class ? held.engine() : new TestImages(held.engine());
    }

    /** Connects to an engine that is at hand, for tests that need one outside a test method; the caller closes it. */
    public static Engine connect() {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        EngineLocator locator = new EngineLocator(environment, home, new PingProbe(Duration.ofSeconds(10)));
        try {
            EngineAddress address = new EngineStarter(
                            locator::locate,
                            Programs.of(environment),
                            Machine.here(environment, home),
                            HostListener.silent())
                    .atHand();
            return Engine.connect(URI.create(address.host()), address.tlsFolder());
        } catch (HostException e) {
            throw new AssertionError("These tests need a container engine. " + e.getMessage(), e);
        }
    }

    private record Held(Engine engine) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
        }
    }
}
