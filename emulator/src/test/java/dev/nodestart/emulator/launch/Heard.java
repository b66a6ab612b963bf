package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageRun;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps, as text, everything that a listener is told. */
final class Heard implements LaunchListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void stageStarted(String node, Stage stage) {
        lines.add("started " + node + " " + stage);
    }

    @Override
    public void stageFinished(StageRun run) {
        lines.add("finished " + run);
    }

    @Override
    public void pulling(String progress) {
        lines.add("pulling " + progress);
    }

    @Override
    public void nodeCreated(NodeInfo node) {
        lines.add("created " + node);
    }

    @Override
    public void initScriptStarted(String node, String destination) {
        lines.add("script " + node + " " + destination);
    }

    @Override
    public void initScriptFinished(InitScriptRun run) {
        lines.add("script " + run);
    }

    @Override
    public void event(ClusterEvent event) {
        lines.add("event " + event);
    }

    @Override
    public void note(String sentence) {
        lines.add("note " + sentence);
    }

    @Override
    public void console(String node, String line) {
        lines.add("console " + node + " " + line);
    }
}
