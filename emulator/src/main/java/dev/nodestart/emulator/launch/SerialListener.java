package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageRun;
import java.util.List;

/** Passes calls on to each listener, one at a time, so that none need think of threads. */
final class SerialListener implements LaunchListener {
    private final List<LaunchListener> targets;

    SerialListener(LaunchListener... targets) {
        this.targets = List.of(targets);
    }

    @Override
    public synchronized void stageStarted(String node, Stage stage) {
        targets.forEach(target -> target.stageStarted(node, stage));
    }

    @Override
    public synchronized void stageFinished(StageRun run) {
        targets.forEach(target -> target.stageFinished(run));
    }

    @Override
    public synchronized void pulling(String progress) {
        targets.forEach(target -> target.pulling(progress));
    }

    @Override
    public synchronized void nodeCreated(NodeInfo node) {
        targets.forEach(target -> target.nodeCreated(node));
    }

    @Override
    public synchronized void initScriptStarted(String node, String destination) {
        targets.forEach(target -> target.initScriptStarted(node, destination));
    }

    @Override
    public synchronized void initScriptFinished(InitScriptRun run) {
        targets.forEach(target -> target.initScriptFinished(run));
    }

    @Override
    public synchronized void event(ClusterEvent event) {
        targets.forEach(target -> target.event(event));
    }

    @Override
    public synchronized void note(String sentence) {
        targets.forEach(target -> target.note(sentence));
    }

    @Override
    public synchronized void console(String node, String line) {
        targets.forEach(target -> target.console(node, line));
    }
}
