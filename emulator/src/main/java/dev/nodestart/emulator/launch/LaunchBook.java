package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.TerminationReason;
import dev.nodestart.emulator.recording.Recording;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what is known of a launch while it goes on, and writes it down. */
final class LaunchBook {
    private final LaunchRequest request;
    private final RunIds ids;
    private final LaunchListener listener;
    private final Instant startedAt;
    private final Timeline timeline;
    private final ClusterEvents events;
    private final Set<String> notes = LaunchContext.newNotes();

    private Optional<ImageInfo> image = Optional.empty();
    private Optional<GpuAccess> gpu = Optional.empty();
    private Optional<LaunchContext> context = Optional.empty();
    private List<NodeLaunch> nodes = List.of();
    private Launch.State state = Launch.State.INCONCLUSIVE;
    private Optional<TerminationReason> termination = Optional.empty();
    private Optional<String> stateMessage = Optional.empty();
    private Optional<String> trouble = Optional.of("The run did not come to an end: its process was stopped.");

    LaunchBook(LaunchRequest request, RunIds ids, Clock clock, LaunchListener listener) {
        this.request = request;
        this.ids = ids;
        this.listener = listener;
        this.startedAt = clock.instant();
        this.timeline = new Timeline(clock, listener, request.mask());
        this.events = new ClusterEvents(ids.clusterId(), clock, listener);
        this.notes.addAll(request.notes());
    }

    /** Writes a first record, so that a killed run leaves one too. */
    void begin() {
        Recording.at(request.recording(ids.runId())).save(launch());
    }

    Timeline timeline() {
        return timeline;
    }

    ClusterEvents events() {
        return events;
    }

    Set<String> notes() {
        return notes;
    }

    void note(String sentence) {
        if (notes.add(sentence)) {
            listener.note(sentence);
        }
    }

    void image(ImageInfo info) {
        image = Optional.of(info);
        if (!info.entrypoint().isEmpty() || !info.cmd().isEmpty()) {
            List<String> ignored = new ArrayList<>(info.entrypoint());
            ignored.addAll(info.cmd());
            note("ENTRYPOINT and CMD are ignored, as on the platform; would have run: "
                    + request.mask().apply(ignored.toString()));
        }
    }

    /** The driver's wish is decided first; workers of another node type may have one of their own. */
    void gpu(GpuAccess access) {
        gpu = gpu.or(() -> Optional.of(access));
    }

    String imageUser() {
        return image.map(ImageInfo::user).orElse("");
    }

    void nodes(LaunchContext shared, List<NodeLaunch> launches) {
        context = Optional.of(shared);
        nodes = launches;
    }

    void running(int workers) {
        state = Launch.State.RUNNING;
        trouble = Optional.empty();
        events.running(workers, workers);
        events.driverHealthy();
    }

    void terminated(StageFailure failure) {
        state = Launch.State.TERMINATED;
        trouble = Optional.empty();
        termination = Optional.of(masked(failure.reason()));
        stateMessage = Optional.of(request.mask().apply(failure.stateMessage()));
        events.terminating(termination.get(), Optional.empty());
    }

    void inconclusive(String why) {
        state = Launch.State.INCONCLUSIVE;
        trouble = Optional.of(request.mask().apply(why));
    }

    private TerminationReason masked(TerminationReason reason) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        reason.parameters()
                .forEach((key, value) -> parameters.put(key, request.mask().apply(value)));
        return new TerminationReason(reason.code(), reason.type(), parameters);
    }

    /** What is known now. */
    Launch launch() {
        Map<String, NodeInfo> known = context.map(LaunchContext::nodes).orElse(Map.of());
        return new Launch(
                ids.runId(),
                ids.clusterId(),
                startedAt,
                request.echo(),
                request.spec().sparkVersion(),
                request.runtime().line(),
                image,
                state,
                termination,
                stateMessage,
                trouble,
                known.values().stream()
                        .sorted(java.util.Comparator.comparing(NodeInfo::role)
                                .thenComparing(node -> node.name().length())
                                .thenComparing(NodeInfo::name))
                        .toList(),
                timeline.runs(),
                events.all(),
                nodes.stream().flatMap(node -> node.scripts().stream()).toList(),
                nodes.stream()
                        .flatMap(node -> node.overlay().stream())
                        .distinct()
                        .toList(),
                List.copyOf(notes),
                gpu,
                request.recording(ids.runId()));
    }

    Launch save() {
        return save(launch());
    }

    Launch save(Launch launch) {
        Recording.at(request.recording(ids.runId())).save(launch);
        return launch;
    }
}
