package dev.nodestart.gpu.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command that was run to its end. */
record Run(int code, String out, String error) {

    static Run of(List<String> command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("run", ".out");
            Path error = Files.createTempFile("run", ".err");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("NODESTART_SIM_") || name.startsWith("CUDA_"));
            builder.environment().putAll(environment);
            int code = builder.redirectOutput(out.toFile())
                    .redirectError(error.toFile())
                    .start()
                    .waitFor();
            Run run = new Run(code, text(out), text(error));
            Files.delete(out);
            Files.delete(error);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    Run orThrow() {
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + ": " + error);
        }
        return this;
    }
}
