package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageRun;

/** Passes calls on one at a time, so that a listener need not think of threads. */
final class SerialListener implements LaunchListener {
    private final LaunchListener target;

    SerialListener(LaunchListener target) {
        this.target = target;
    }

    @Override
    public synchronized void stageStarted(String node, Stage stage) {
        target.stageStarted(node, stage);
    }

    @Override
    public synchronized void stageFinished(StageRun run) {
        target.stageFinished(run);
    }

    @Override
    public synchronized void pulling(String progress) {
        target.pulling(progress);
    }

    @Override
    public synchronized void nodeCreated(NodeInfo node) {
        target.nodeCreated(node);
    }

    @Override
    public synchronized void initScriptStarted(String node, String destination) {
        target.initScriptStarted(node, destination);
    }

    @Override
    public synchronized void initScriptFinished(InitScriptRun run) {
        target.initScriptFinished(run);
    }

    @Override
    public synchronized void event(ClusterEvent event) {
        target.event(event);
    }

    @Override
    public synchronized void note(String sentence) {
        target.note(sentence);
    }

    @Override
    public synchronized void console(String node, String line) {
        target.console(node, line);
    }
}
