package dev.nodestart.gpu.probe;

import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.emulator.node.RunningNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The way to the probe: the program, and a run of it inside a node. */
public final class GpuProbe {

    /** What the exec and the clean-up may take beside the probe itself. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private GpuProbe() {}

    /**
     * The probe as an x86-64 Linux program that needs glibc and nothing else.
     *
     * @throws IllegalStateException where this jar was built without it
     */
    public static byte[] program() {
        try (InputStream program = GpuProbe.class.getResourceAsStream("gpu-probe")) {
            if (program == null) {
                throw new IllegalStateException("The GPU probe is not on the class path: the build left it out.");
            }
            return program.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the probe in a node, in one exec. Nothing of it stays there.
     *
     * @return its lines, to be read by {@link ProbeRun#parse}; where it could not be started or did not end in time, a
     *     line says so
     * @throws UncheckedIOException where the node cannot be reached
     */
    public static String run(RunningNode node, ProbeOptions options) {
        NodeOutput output = node.sh(
                ProbeScript.of(program(), options.arguments()), options.limit().plus(GRACE));
        if (output.complete()) {
            return output.stdout();
        }
        String lines = output.stdout();
        return lines + (lines.isEmpty() || lines.endsWith("\n") ? "" : "\n")
                + "{\"harness\":\"error\",\"message\":\"The GPU probe did not end within "
                + options.limit().toSeconds() + " seconds.\"}\n";
    }
}
