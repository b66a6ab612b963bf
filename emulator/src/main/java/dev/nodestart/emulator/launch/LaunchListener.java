package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageRun;

/**
 * Is told what happens while a cluster starts. Calls come from several threads, one at a time; none may block for long.
 */
public interface LaunchListener {
    /** Listens to nothing. */
    LaunchListener NONE = new LaunchListener() {};

    /** A stage of a node, or of the cluster, begins. */
    default void stageStarted(String node, Stage stage) {}

    /** A stage has ended. */
    default void stageFinished(StageRun run) {}

    /** How far the pull is, as one line for people. */
    default void pulling(String progress) {}

    /** A node has its container. */
    default void nodeCreated(NodeInfo node) {}

    /** An init script begins. */
    default void initScriptStarted(String node, String destination) {}

    /** An init script has ended. */
    default void initScriptFinished(InitScriptRun run) {}

    /** A cluster event was emitted. */
    default void event(ClusterEvent event) {}

    /** Something was approximated or is worth knowing. */
    default void note(String sentence) {}

    /** A node wrote a line to its console; secrets are masked. */
    default void console(String node, String line) {}
}
