package dev.nodestart.gpu;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.QuestionFile;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.emulator.gpu.HostDriver;
import dev.nodestart.emulator.gpu.HostDriverFiles;
import dev.nodestart.gpu.data.CudaTables;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The GPU suite: what an image has of CUDA, on any machine, and what it does on a GPU, where one is handed to the node.
 * Only {@code GPU-G34} proves the capability: it asks for a real device and a verified computation.
 */
public final class GpuSuite implements CheckSuite {
    private final Supplier<CudaTables> tables;
    private final GpuTrials trials;

    /** Called by {@link java.util.ServiceLoader}: looks at this machine. */
    public GpuSuite() {
        this(new BuiltInTables());
    }

    private GpuSuite(Supplier<CudaTables> tables) {
        this(() -> HostDriverFiles.read(Path.of("/"), Optional.empty()), System.getenv(), tables);
    }

    /**
     * These suites, of which the GPU one knows a user's own drivers, toolkits and GPUs too.
     *
     * @param descriptors a folder with {@code driver-profiles.json}, {@code gpus.json}, {@code cuda.json} or none of them
     * @throws dev.nodestart.emulator.data.DataFileException where such a file cannot be used
     */
    public static List<CheckSuite> with(List<CheckSuite> suites, Optional<Path> descriptors) {
        if (descriptors.isEmpty()) {
            return suites;
        }
        CudaTables tables = CudaTables.with(descriptors.get());
        GpuSuite own = new GpuSuite(() -> tables);
        return suites.stream()
                .<CheckSuite>map(suite -> suite instanceof GpuSuite ? own : suite)
                .toList();
    }

    GpuSuite(Supplier<HostDriver> host, Map<String, String> environment, Supplier<CudaTables> tables) {
        this.tables = tables;
        this.trials = new GpuTrials(host, environment, tables);
    }

    @Override
    public List<CheckRule> rules() {
        return Stream.of(
                        HostChecks.rules(),
                        ProofChecks.rules(),
                        new EnvironmentChecks(tables).rules(),
                        DriverFileChecks.rules(),
                        new ToolkitChecks(tables).rules(),
                        LibraryChecks.rules(),
                        new DriverChecks(tables).rules(),
                        new ComputeChecks(tables).rules(),
                        FrameworkChecks.rules(),
                        NodeChecks.rules())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(rule -> rule.check().id()))
                .toList();
    }

    @Override
    public List<Question> questions() {
        return QuestionFile.read(GpuSuite.class, "questions/image.sh");
    }

    @Override
    public List<Trial> trials() {
        return trials.all();
    }
}
