package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PullProgressTests {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final PullProgress progress = new PullProgress(START, OptionalLong.empty());

    @Test
    void snapshotAddsUpLayersAndRate() {
        progress.accept("1", "Pulling from library/debian", 0, 0, START);
        progress.accept("aaa", "Pulling fs layer", 0, 0, START);
        progress.accept("bbb", "Pulling fs layer", 0, 0, START);
        progress.accept("ccc", "Already exists", 0, 0, START);
        progress.accept("aaa", "Downloading", 12_000_000, 40_000_000, at(2));
        progress.accept("bbb", "Downloading", 300_000, 8_000_000, at(2));

        PullProgress.Snapshot snapshot = progress.snapshot(at(2));

        assertThat(snapshot.bytesDone()).isEqualTo(12_300_000);
        assertThat(snapshot.bytesTotal()).hasValue(48_000_000);
        assertThat(snapshot.bytesPerSecond()).isEqualTo(6_150_000);
        assertThat(snapshot.line()).isEqualTo("12.3 MB of 48.0 MB, 6.2 MB/s, 1 of 3 layers");
    }

    @Test
    void snapshotWhenALayersSizeIsUnknownUsesWhatTheRegistryTold() {
        PullProgress told = new PullProgress(START, OptionalLong.of(48_000_000));
        for (PullProgress each : new PullProgress[] {progress, told}) {
            each.accept("aaa", "Downloading", 1_000, 40_000_000, at(1));
            each.accept("bbb", "Waiting", 0, 0, at(1));
        }

        assertThat(progress.snapshot(at(1)).line()).isEqualTo("1.0 kB, 1.0 kB/s, 0 of 2 layers");
        assertThat(told.snapshot(at(1)).bytesTotal()).hasValue(48_000_000);
    }

    @Test
    void snapshotWhenAllIsUnpackedCountsEverything() {
        progress.accept("aaa", "Downloading", 999, 1_000, at(1));
        progress.accept("aaa", "Download complete", 0, 0, at(2));
        progress.accept("aaa", "Extracting", 500, 1_000, at(3));
        assertThat(progress.snapshot(at(3)).bytesDone()).isEqualTo(1_000);
        assertThat(progress.snapshot(at(3)).layersDone()).isZero();

        progress.accept("aaa", "Pull complete", 0, 0, at(4));
        assertThat(progress.snapshot(at(4)).line()).isEqualTo("1.0 kB of 1.0 kB, 250 B/s, 1 of 1 layer");
    }

    @Test
    void snapshotWhenEngineFetchesALayerAgainCountsItAnew() {
        progress.accept("aaa", "Downloading", 900, 1_000, at(1));
        progress.accept("aaa", "Retrying in 5 seconds", 0, 0, at(2));

        assertThat(progress.snapshot(at(2)).bytesDone()).isZero();
    }

    @Test
    void rateLooksAtTheLastSecondsOnly() {
        for (int second = 1; second <= 20; second++) {
            progress.accept(
                    "aaa", "Downloading", second <= 10 ? second * 1_000_000L : 10_000_000L, 1 << 30, at(second));
        }

        assertThat(progress.snapshot(at(20)).bytesPerSecond()).isZero();
    }

    @Test
    void isStalledWhenTheSameNumbersComeAgainAndAgain() {
        progress.accept("aaa", "Downloading", 500, 1_000, at(1));
        progress.accept("aaa", "Downloading", 500, 1_000, at(31));

        assertThat(progress.stillFor(at(31))).isEqualTo(Duration.ofSeconds(30));
        assertThat(progress.isStalled(at(30), Duration.ofSeconds(30))).isFalse();
        assertThat(progress.isStalled(at(31), Duration.ofSeconds(30))).isTrue();

        progress.accept("aaa", "Downloading", 501, 1_000, at(32));
        assertThat(progress.isStalled(at(40), Duration.ofSeconds(30))).isFalse();
    }

    @Test
    void stillForWhenEngineOnlyCountsDownToARetryGoesOn() {
        progress.accept("aaa", "Retrying in 5 seconds", 0, 0, at(1));
        progress.accept("aaa", "Retrying in 4 seconds", 0, 0, at(2));

        assertThat(progress.stillFor(at(2))).isEqualTo(Duration.ofSeconds(1));
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
