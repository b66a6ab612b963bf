package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The image's own {@code virtualenv}, as the driver runs it (dcs.md §4.3, F01). */
final class Virtualenv {
    private Virtualenv() {}

    /**
     * Starts making an environment.
     *
     * @param folder the folder that the environment comes into
     * @param log takes what virtualenv says
     * @param more its name, and options beside those of every environment
     * @throws IOException where the image has no virtualenv that can be run
     */
    static Process start(File folder, File log, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(Arrays.asList("virtualenv", "--no-download", "--no-setuptools", "--no-wheel"));
        command.addAll(Arrays.asList(more));
        return new ProcessBuilder(command)
                .directory(folder)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }
}
