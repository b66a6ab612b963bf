package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageRun;
import dev.nodestart.emulator.testing.TestEngine;
import java.nio.file.Path;
import java.time.Duration;

/** A process of its own that launches a cluster, says each stage, and waits to be killed or for its input to end. */
final class LauncherMain {
    private LauncherMain() {}

    /** Arguments: folder, image, number of workers, seconds of the lease. */
    public static void main(String[] arguments) throws Exception {
        LaunchCase wanted = LaunchCase.of(Path.of(arguments[0]), arguments[1])
                .workers(Integer.parseInt(arguments[2]))
                .limits(Limits.DEFAULT.withLease(Duration.ofSeconds(Long.parseLong(arguments[3]))))
                .script("wait.sh", "#!/bin/sh\nsleep 0.3\n");
        LaunchListener said = new LaunchListener() {
            @Override
            public void stageStarted(String node, Stage stage) {
                say("started " + node + " " + stage);
            }

            @Override
            public void stageFinished(StageRun run) {
                say("finished " + run.node() + " " + run.stage());
            }
        };
        try (Engine engine = TestEngine.connect();
                LaunchedCluster cluster = wanted.launch(engine, said)) {
            Launch launch = cluster.launch();
            say("state " + launch.state() + " " + launch.runId());
            while (System.in.read() >= 0) {
                // until whoever started this process has had enough
            }
        }
        say("closed");
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
