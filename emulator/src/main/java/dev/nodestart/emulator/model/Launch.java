package dev.nodestart.emulator.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One launch of one cluster, from the spec to RUNNING or TERMINATED: the value that checks, diagnosis and reports
 * read, and that the recording keeps.
 *
 * @param runId names the run, its folder and its labels on the engine
 * @param clusterId in the platform's form, {@code MMDD-HHMMSS-xxxxxxxx}
 * @param startedAt when the launch began
 * @param spec the create call as the user gave it, secrets masked
 * @param sparkVersion the full runtime key, such as {@code 15.4.x-scala2.12}
 * @param line the descriptor that was used, such as {@code 15.4}
 * @param image empty where the image could not be had
 * @param state how far the cluster came
 * @param termination why it ended, for a cluster that did not reach RUNNING
 * @param stateMessage the API's {@code state_message}
 * @param trouble what went wrong with the engine or the harness, for {@link State#INCONCLUSIVE}
 * @param nodes driver first
 * @param stages in order of their start
 * @param events cluster events in order
 * @param initScripts every script on every node
 * @param overlay files of the image that met the runtime's
 * @param notes what was approximated or is worth knowing, a sentence each
 * @param gpu what became of the wish for GPUs, empty where none was asked for
 * @param recording the run's folder
 */
public record Launch(
        String runId,
        String clusterId,
        Instant startedAt,
        ObjectNode spec,
        String sparkVersion,
        String line,
        Optional<ImageInfo> image,
        State state,
        Optional<TerminationReason> termination,
        Optional<String> stateMessage,
        Optional<String> trouble,
        List<NodeInfo> nodes,
        List<StageRun> stages,
        List<ClusterEvent> events,
        List<InitScriptRun> initScripts,
        List<OverlayEntry> overlay,
        List<String> notes,
        Optional<GpuAccess> gpu,
        Path recording) {

    /** A launch that asked for no GPU. */
    public Launch(
            String runId,
            String clusterId,
            Instant startedAt,
            ObjectNode spec,
            String sparkVersion,
            String line,
            Optional<ImageInfo> image,
            State state,
            Optional<TerminationReason> termination,
            Optional<String> stateMessage,
            Optional<String> trouble,
            List<NodeInfo> nodes,
            List<StageRun> stages,
            List<ClusterEvent> events,
            List<InitScriptRun> initScripts,
            List<OverlayEntry> overlay,
            List<String> notes,
            Path recording) {
        this(
                runId,
                clusterId,
                startedAt,
                spec,
                sparkVersion,
                line,
                image,
                state,
                termination,
                stateMessage,
                trouble,
                nodes,
                stages,
                events,
                initScripts,
                overlay,
                notes,
                Optional.empty(),
                recording);
    }

    /** The same with this answer to a wish for GPUs. */
    public Launch withGpu(GpuAccess access) {
        return new Launch(
                runId,
                clusterId,
                startedAt,
                spec,
                sparkVersion,
                line,
                image,
                state,
                termination,
                stateMessage,
                trouble,
                nodes,
                stages,
                events,
                initScripts,
                overlay,
                notes,
                Optional.of(access),
                recording);
    }

    /** How far a cluster came. */
    public enum State {
        /** RUNNING, with a healthy driver. */
        RUNNING,
        /** The image, the spec or a script kept it from starting. */
        TERMINATED,
        /** The engine or the harness failed, so nothing is known of the image. */
        INCONCLUSIVE
    }
}
