package dev.nodestart.cli;

import dev.nodestart.emulator.host.HostListener;
import java.util.List;

/** Says what is done to this machine before it is done; also with {@code --quiet}, since it changes the machine. */
final class HostNotices implements HostListener {
    private final Terminal terminal;
    private final CommonOptions common;

    HostNotices(Terminal terminal, CommonOptions common) {
        this.terminal = terminal;
        this.common = common;
    }

    @Override
    public void installing(List<String> packages, String why) {
        say("Installing " + String.join(", ", packages) + " from the system's package sources " + why + ".");
    }

    @Override
    public void startingEngine(String how) {
        say("Starting the container engine: " + how);
    }

    @Override
    public void buildingBase(String how) {
        say("Making the base file system of the sample image: " + how);
    }

    @Override
    public void buildingImage(String tag) {
        say("Building the image " + tag + " (once; takes some minutes)");
    }

    @Override
    public void note(String sentence) {
        say(sentence);
    }

    @Override
    public void output(String line) {
        if (common.debug) {
            terminal.err().println("  " + line);
        }
    }

    private void say(String sentence) {
        terminal.err().println(sentence);
    }
}
