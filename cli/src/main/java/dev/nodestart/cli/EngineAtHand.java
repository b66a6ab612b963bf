package dev.nodestart.cli;

import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.host.EngineAddress;
import dev.nodestart.emulator.host.EngineLocation;
import dev.nodestart.emulator.host.EngineLocator;
import dev.nodestart.emulator.host.EngineStarter;
import dev.nodestart.emulator.host.HostException;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.PingProbe;
import dev.nodestart.emulator.host.Programs;
import dev.nodestart.emulator.launch.EngineAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Finds the container engine, and where told so starts or installs one. */
final class EngineAtHand {
    private final Terminal terminal;
    private final CommonOptions common;

    EngineAtHand(Terminal terminal, CommonOptions common) {
        this.terminal = terminal;
        this.common = common;
    }

    /** Connects to an engine that answers, and starts or installs one where none does. */
    EngineAccess connectOrStart() {
        Map<String, String> environment = terminal.environment();
        Programs programs = Programs.of(environment);
        Machine machine = Machine.here(environment, home());
        try {
            return connect(new EngineStarter(locator()::locate, programs, machine, new HostNotices(terminal, common))
                    .atHand());
        } catch (HostException e) {
            throw CliFailure.inconclusive(e.getMessage(), e);
        }
    }

    /** Connects to an engine that answers; never starts one. */
    EngineAccess connect() {
        EngineLocation location = locator().locate();
        if (location instanceof EngineLocation.Found found) {
            return connect(found.address());
        }
        if (location instanceof EngineLocation.Refused refused) {
            throw CliFailure.inconclusive(refused.message(), new IllegalStateException("no engine"));
        }
        throw new CliFailure(
                4, "No container engine answers. Start one, or run [nodestart doctor] to see what was tried.");
    }

    EngineLocator locator() {
        return new EngineLocator(terminal.environment(), home(), new PingProbe(Duration.ofSeconds(3)));
    }

    private static EngineAccess connect(EngineAddress address) {
        try {
            return EngineAccess.connect(URI.create(address.host()), address.tlsFolder());
        } catch (EngineUnavailableException e) {
            throw CliFailure.inconclusive(String.valueOf(e.getMessage()), e);
        }
    }

    static Path home() {
        return Path.of(System.getProperty("user.home"));
    }
}
