package dev.nodestart.emulator.host;

import java.util.List;

/** Hears what is done to this machine, before it is done. Called from the thread that does it. */
public interface HostListener {

    /** Debian packages are about to be installed. */
    void installing(List<String> packages, String why);

    /** An engine that is installed is about to be started. */
    void startingEngine(String how);

    /** A base file system is about to be made. */
    void buildingBase(String how);

    /** An image is about to be built, which takes minutes. */
    void buildingImage(String tag);

    /** Something is not as it should be, and the work goes on without it. */
    void note(String sentence);

    /** One line of output of a program or a build that runs for us; only for those who want to see everything. */
    void output(String line);

    /** Returns a listener that hears nothing. */
    static HostListener silent() {
        return new HostListener() {
            @Override
            public void installing(List<String> packages, String why) {}

            @Override
            public void startingEngine(String how) {}

            @Override
            public void buildingBase(String how) {}

            @Override
            public void buildingImage(String tag) {}

            @Override
            public void note(String sentence) {}

            @Override
            public void output(String line) {}
        };
    }
}
