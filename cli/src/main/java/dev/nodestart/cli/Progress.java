package dev.nodestart.cli;

import dev.nodestart.emulator.launch.LaunchListener;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.NodeInfo;
import dev.nodestart.emulator.model.Stage;
import dev.nodestart.emulator.model.StageOutcome;
import dev.nodestart.emulator.model.StageRun;
import java.util.Locale;

/** Shows a launch while it goes on: one line a stage, on standard error. */
final class Progress implements LaunchListener {
    private final Terminal terminal;
    private final CommonOptions common;
    private final Runnable atLeisure;
    private boolean lineOpen;

    Progress(Terminal terminal, CommonOptions common) {
        this(terminal, common, () -> {});
    }

    /** Work that a failure would need is done while the engine starts the driver's container, which takes it longer. */
    Progress(Terminal terminal, CommonOptions common, Runnable atLeisure) {
        this.terminal = terminal;
        this.common = common;
        this.atLeisure = atLeisure;
    }

    @Override
    public void stageStarted(String node, Stage stage) {
        if (common.debug) {
            line("  " + node + ": " + stage.reportName() + " …");
        }
        if (stage == Stage.START_CONTAINER && node.equals("driver")) {
            Thread thread = new Thread(atLeisure, "nodestart-rehearsal");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void stageFinished(StageRun run) {
        boolean trouble = run.outcome() == StageOutcome.FAILED || run.outcome() == StageOutcome.ERROR;
        if (common.debug || (trouble && !common.quiet)) {
            line("  " + run.node() + ": " + run.stage().reportName() + " "
                    + run.outcome().reportName() + " after "
                    + millis(run.duration().toNanos())
                    + (common.debug && !run.detail().isEmpty() ? " (" + run.detail() + ")" : ""));
        }
    }

    @Override
    public void pulling(String progress) {
        if (common.quiet) {
            return;
        }
        if (terminal.interactive()) {
            terminal.err().print("\r\u001b[2K  pull_image: " + progress);
            terminal.err().flush();
            lineOpen = true;
        } else {
            terminal.err().println("  pull_image: " + progress);
        }
    }

    @Override
    public void nodeCreated(NodeInfo node) {
        if (common.debug) {
            line("  " + node.name() + ": container " + node.containerId() + ", " + node.ip() + ", " + node.hostName());
        }
    }

    @Override
    public void initScriptStarted(String node, String destination) {
        if (!common.quiet) {
            line("  " + node + ": init script " + destination + " …");
        }
    }

    @Override
    public void initScriptFinished(InitScriptRun run) {
        if (common.debug || (!common.quiet && run.status() != InitScriptStatus.SUCCEEDED)) {
            line("  " + run.node() + ": init script " + run.destination() + " " + run.status());
        }
    }

    @Override
    public void note(String sentence) {
        if (common.debug) {
            line("  note: " + sentence);
        }
    }

    @Override
    public void console(String node, String line) {
        if (common.debug) {
            line("  " + node + " | " + line);
        }
    }

    private void line(String text) {
        if (lineOpen) {
            terminal.err().println();
            lineOpen = false;
        }
        terminal.err().println(text);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
