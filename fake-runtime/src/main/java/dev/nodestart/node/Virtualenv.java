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
        return builder(folder, log, more).start();
    }

    static ProcessBuilder builder(File folder, File log, String... more) {
        List<String> command = new ArrayList<>(Arrays.asList("virtualenv", "--no-download", "--no-setuptools"));
        command.addAll(Arrays.asList(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder)
                .redirectErrorStream(true)
                .redirectOutput(log);
        // As a variable, since virtualenv 21 announces a release that refuses the option.
        builder.environment().put("VIRTUALENV_NO_WHEEL", "true");
        return builder;
    }
}
