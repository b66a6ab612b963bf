package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the runs that are alive from what was left behind. Pure.
 *
 * @param guarded runs whose launcher is alive on this machine
 * @param user the user of this machine
 * @param now the time
 */
public record LivingRuns(Set<String> guarded, String user, Instant now) {
    /** Of a launch on another machine nothing can be seen but how long ago it began. */
    private static final Duration LONGEST_LAUNCH = Duration.ofHours(1);

    private static final DateTimeFormatter RUN_ID = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final int TIME_LENGTH = 15;

    /**
     * Ids of the runs that are alive.
     *
     * @param runs those that have containers
     * @param networks networks with the label {@link Labels#RUN}: a launch makes its network first
     */
    public Set<String> of(List<ClusterRun> runs, List<Labelled> networks) {
        Set<String> living = new HashSet<>();
        Set<String> known = new HashSet<>();
        for (ClusterRun run : runs) {
            known.add(run.runId());
            boolean starts = run.state() == ClusterRun.State.STARTING && mayStart(run.runId(), run.user());
            if (run.state() == ClusterRun.State.RUNNING || starts || guarded.contains(run.runId())) {
                living.add(run.runId());
            }
        }
        for (Labelled network : networks) {
            String run = network.labels().getOrDefault(Labels.RUN, "");
            if (!known.contains(run) && mayStart(run, network.labels().getOrDefault(Labels.USER, ""))) {
                living.add(run);
            }
        }
        return living;
    }

    private boolean mayStart(String run, String owner) {
        return guarded.contains(run)
                || (!owner.equals(user) && began(run).plus(LONGEST_LAUNCH).isAfter(now));
    }

    private static Instant began(String run) {
        try {
            return LocalDateTime.parse(run.substring(0, Math.min(TIME_LENGTH, run.length())), RUN_ID)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
