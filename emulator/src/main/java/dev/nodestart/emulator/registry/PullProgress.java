package dev.nodestart.emulator.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Adds up the engine's progress messages of one pull. Time is passed in; for one thread. */
public final class PullProgress {

    private static final Duration RATE_WINDOW = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private record Layer(long current, long total, boolean fetched, boolean done, String status) {}

    private record Sample(Instant at, long bytes) {}

    private final Instant startedAt;
    private final OptionalLong announcedBytes;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private Instant lastMove;

    /**
     * Begins to watch a pull.
     *
     * @param announcedBytes the sum of the compressed layers where a registry told it; used until the engine knows more
     */
    public PullProgress(Instant startedAt, OptionalLong announcedBytes) {
        this.startedAt = startedAt;
        this.announcedBytes = announcedBytes;
        this.lastMove = startedAt;
        samples.add(new Sample(startedAt, 0));
    }

    /**
     * Takes one message of the engine.
     *
     * @param id the layer's short id; empty or a tag for messages about the whole image
     * @param status such as {@code Downloading}
     * @param current bytes so far, 0 where the message has none
     * @param total bytes of the layer, 0 where the message has none
     */
    public void accept(String id, String status, long current, long total, Instant now) {
        if (!isAboutLayer(status)) {
            lastMove = now;
            return;
        }
        Layer before = layers.getOrDefault(id, new Layer(0, UNKNOWN, false, false, ""));
        Layer after = next(before, status, current, total);
        boolean extracting = status.equals("Extracting");
        if (!after.equals(before) || extracting) {
            lastMove = now;
        }
        layers.put(id, after);
        samples.addLast(new Sample(now, bytesDone()));
        while (samples.size() > 2 && samples.getFirst().at.isBefore(now.minus(RATE_WINDOW))) {
            samples.removeFirst();
        }
    }

    /** How things stand. */
    public Snapshot snapshot(Instant now) {
        int done = (int) layers.values().stream().filter(Layer::done).count();
        return new Snapshot(bytesDone(), bytesTotal(), rate(now), done, layers.size());
    }

    /** For how long nothing has moved; an engine that repeats the same numbers does not move. */
    public Duration stillFor(Instant now) {
        return Duration.between(lastMove, now);
    }

    /** Whether nothing has moved for that long. */
    public boolean isStalled(Instant now, Duration limit) {
        return stillFor(now).compareTo(limit) >= 0;
    }

    /** When the pull began. */
    public Instant startedAt() {
        return startedAt;
    }

    private static boolean isAboutLayer(String status) {
        return switch (status) {
            case "Pulling fs layer",
                    "Waiting",
                    "Downloading",
                    "Verifying Checksum",
                    "Download complete",
                    "Extracting",
                    "Pull complete",
                    "Already exists" -> true;
            default -> status.startsWith("Retrying in");
        };
    }

    private static Layer next(Layer layer, String status, long current, long total) {
        return switch (status) {
            case "Downloading" -> new Layer(current, total > 0 ? total : layer.total, false, false, status);
            case "Verifying Checksum", "Download complete", "Extracting" ->
                new Layer(Math.max(layer.total, layer.current), layer.total, true, false, status);
            case "Pull complete" -> new Layer(Math.max(layer.total, layer.current), layer.total, true, true, status);
            // its bytes are on the engine already and are not part of this transfer
            case "Already exists" -> new Layer(0, 0, true, true, status);
            // a layer that is fetched again begins anew
            default -> new Layer(0, layer.total, false, false, status.startsWith("Retrying") ? "Retrying" : status);
        };
    }

    private long bytesDone() {
        return layers.values().stream()
                .mapToLong(layer -> Math.max(layer.current, 0))
                .sum();
    }

    private OptionalLong bytesTotal() {
        boolean allKnown = !layers.isEmpty() && layers.values().stream().noneMatch(layer -> layer.total == UNKNOWN);
        long known = layers.values().stream()
                .mapToLong(layer -> Math.max(layer.total, 0))
                .sum();
        if (allKnown) {
            return OptionalLong.of(known);
        }
        return announcedBytes.isPresent()
                ? OptionalLong.of(Math.max(announcedBytes.getAsLong(), known))
                : announcedBytes;
    }

    private long rate(Instant now) {
        Sample first = samples.getFirst();
        long millis = Duration.between(first.at, now).toMillis();
        long bytes = bytesDone() - first.bytes;
        return millis <= 0 || bytes <= 0 ? 0 : bytes * 1000 / millis;
    }

    /**
     * How a pull stands.
     *
     * @param bytesDone compressed bytes fetched so far
     * @param bytesTotal compressed bytes to fetch, where known
     * @param bytesPerSecond over the last seconds
     * @param layersDone layers that are unpacked or were there before
     * @param layersTotal layers that the engine has named so far
     */
    public record Snapshot(
            long bytesDone, OptionalLong bytesTotal, long bytesPerSecond, int layersDone, int layersTotal) {

        /** One line for people, such as {@code 12.3 MB of 48.0 MB, 8.1 MB/s, 3 of 7 layers}. */
        public String line() {
            String of = bytesTotal.isPresent() ? " of " + ByteText.of(bytesTotal.getAsLong()) : "";
            return ByteText.of(bytesDone) + of + ", " + ByteText.of(bytesPerSecond) + "/s, " + layersDone + " of "
                    + layersTotal + (layersTotal == 1 ? " layer" : " layers");
        }
    }
}
