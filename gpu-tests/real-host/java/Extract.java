import dev.nodestart.gpu.probe.GpuProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the probe out of the jar, for a run outside of any container: FILE. */
final class Extract {
    private Extract() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), GpuProbe.program());
    }
}
