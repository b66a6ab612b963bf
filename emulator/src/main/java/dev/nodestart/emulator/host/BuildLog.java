package dev.nodestart.emulator.host;

import java.util.Optional;

/** Reads from the output of a build what the image turned out to be able to do. */
final class BuildLog {

    private static final String CAPABILITIES = "nodestart-capabilities: ";
    private static final String MISSING = "nodestart-missing: ";
    private static final String NOTE = "nodestart: ";

    private final HostListener listener;
    private Optional<String> capabilities = Optional.empty();

    BuildLog(HostListener listener) {
        this.listener = listener;
    }

    synchronized void line(String line) {
        if (line.startsWith(CAPABILITIES)) {
            capabilities = Optional.of(line.substring(CAPABILITIES.length()).strip());
        } else if (line.startsWith(MISSING)) {
            listener.note(
                    "The sample image lacks the Python modules [%s], so it is not asked to run Python cells; they could not be installed here."
                            .formatted(line.substring(MISSING.length()).strip()));
        } else if (line.startsWith(NOTE)) {
            listener.note("Sample image: " + line.substring(NOTE.length()).strip());
        } else {
            listener.output(line);
        }
    }

    /** Returns the capabilities that the image's label will ask for, comma-separated; empty where none were told. */
    synchronized Optional<String> capabilities() {
        return capabilities;
    }
}
