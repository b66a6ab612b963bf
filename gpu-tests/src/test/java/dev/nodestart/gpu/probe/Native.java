package dev.nodestart.gpu.probe;

import java.nio.file.Path;

/** Where the C sources are. */
final class Native {

    private Native() {}

    /** The folder of {@code main} or of {@code test}. */
    static Path folder(String of) {
        Path here = Path.of("").toAbsolutePath();
        Path module = here.endsWith("gpu-tests") ? here : here.resolve("gpu-tests");
        return module.resolve("src").resolve(of).resolve("native");
    }
}
