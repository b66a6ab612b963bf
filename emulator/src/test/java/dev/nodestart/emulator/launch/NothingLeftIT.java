package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a launch at any of its stages, when its process is interrupted or killed, then nothing is left of it. */
@ExtendWith(TestEngine.class)
class NothingLeftIT {
    private static final int TIMES = 50;
    private static final int AT_ONCE = 4;
    private static final long SEED = 20;

    /** What a launch says, up to which it is let run, before it is killed some moments later. */
    private static final List<String> MOMENTS = List.of(
            "started cluster PULL_IMAGE",
            "finished cluster ACQUIRE_INSTANCE",
            "started driver CREATE_CONTAINER",
            "finished driver CREATE_CONTAINER",
            "started driver INJECT_RUNTIME",
            "started driver START_CONTAINER",
            "started driver INIT_SCRIPTS",
            "started driver START_SPARK",
            "finished driver START_SPARK",
            "state RUNNING");

    @Test
    void killedOrInterruptedAtAnyStageFiftyTimesNothingIsLeft(Engine engine, TestImages images, @TempDir Path folder)
            throws Exception {
        String image = images.whole();
        Random random = new Random(SEED);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> kills = new ArrayList<>();
            for (int number = 0; number < TIMES; number++) {
                Path place = Files.createDirectories(folder.resolve("kill-" + number));
                String moment = MOMENTS.get(number % MOMENTS.size());
                String signal = random.nextBoolean() ? "INT" : "KILL";
                int delay = random.nextInt(60);
                int workers = number % 10 == 5 ? 1 : 0;
                kills.add(threads.submit(() -> {
                    LauncherProcess launcher = LauncherProcess.start(place, image, workers);
                    launcher.await(moment);
                    Thread.sleep(delay);
                    launcher.kill(signal);
                    return null;
                }));
            }
            for (Future<?> kill : kills) {
                kill.get();
            }
        } finally {
            threads.shutdownNow();
        }

        for (int number = 0; number < TIMES; number++) {
            String run = runOf(folder.resolve("kill-" + number));
            // the guard sweeps more than once
            Awaitility.await("kill " + number + ", run " + run)
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(left(engine, run)).isEmpty());
            assertThat(list(folder.resolve("kill-" + number).resolve("tmp"))).isEmpty();
        }
    }

    private static String runOf(Path place) throws IOException {
        List<Path> runs = list(place.resolve("runs"));
        assertThat(runs).as(place.toString()).hasSize(1);
        return runs.get(0).getFileName().toString();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** Everything of a run that is on the engine. */
    static List<String> left(Engine engine, String run) {
        List<String> label = List.of(Labels.ofRun(run));
        return Stream.of(
                        engine.containers().labelled(label).stream().map(found -> "container " + found.name()),
                        engine.networks().labelled(label).stream().map(found -> "network " + found.name()),
                        engine.networks().labelledVolumes(label).stream().map(name -> "volume " + name),
                        engine.images().labelled(label.get(0)).stream().map(id -> "image " + id))
                .flatMap(all -> all)
                .toList();
    }
}
