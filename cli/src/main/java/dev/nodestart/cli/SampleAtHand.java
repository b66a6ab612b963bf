package dev.nodestart.cli;

import dev.nodestart.emulator.host.EngineImageBuilder;
import dev.nodestart.emulator.host.HostException;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.Programs;
import dev.nodestart.emulator.host.SampleImage;
import dev.nodestart.emulator.host.Workshop;
import dev.nodestart.emulator.launch.EngineAccess;
import java.nio.file.Path;

/** Has the sample image on the engine, building it the first time. */
final class SampleAtHand {
    private final Terminal terminal;
    private final CommonOptions common;

    SampleAtHand(Terminal terminal, CommonOptions common) {
        this.terminal = terminal;
        this.common = common;
    }

    LaunchOptions.Sample on(EngineAccess access) {
        String home = System.getProperty("nodestart.home", ".");
        Programs programs = Programs.of(terminal.environment());
        try {
            SampleImage sample = SampleImage.of(Path.of(home, "samples", "dbr-" + SampleImage.LINE));
            sample.ensure(new Workshop(
                    new EngineImageBuilder(access.engine()),
                    programs,
                    Machine.here(terminal.environment(), EngineAtHand.home()),
                    terminal.environment(),
                    EngineAtHand.home(),
                    new HostNotices(terminal, common)));
            return new LaunchOptions.Sample(sample.tag(), SampleImage.LINE, sample.sparkEnvVars());
        } catch (HostException e) {
            throw CliFailure.inconclusive(e.getMessage(), e);
        }
    }
}
