package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.host.EngineLocation;
import dev.nodestart.emulator.runtime.NodeTypes;
import dev.nodestart.emulator.runtime.Runtimes;
import java.net.URI;
import java.util.List;

/**
 * Loads what a launch will need on a second thread, while the command line is read on the first: a launch is as long as
 * its one thread's work, and a machine that runs containers has a second processor.
 *
 * <p>It changes nothing: all that it does is done again when its turn comes, and then the classes are there.
 */
final class HeadStart {
    private static final List<String> LAUNCHES = List.of("verify", "launch");

    private HeadStart() {}

    /** Begins, where the command launches something. */
    static void of(List<String> arguments, Terminal terminal) {
        if (arguments.isEmpty() || !LAUNCHES.contains(arguments.get(0))) {
            return;
        }
        Thread thread = new Thread(() -> run(terminal), "nodestart-head-start");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Terminal terminal) {
        try {
            EngineLocation location =
                    new EngineAtHand(terminal, new CommonOptions()).locator().locate();
            if (location instanceof EngineLocation.Found found) {
                Engine.connect(
                                URI.create(found.address().host()),
                                found.address().tlsFolder())
                        .close();
            }
            Runtimes.builtIn().choose("15.4.x-scala2.12");
            NodeTypes.builtIn();
            // for the end: what verify records is written with a mapper
            Json.text(Json.object());
        } catch (RuntimeException e) {
            // whatever is wrong is told when it is really done
            return;
        }
    }
}
