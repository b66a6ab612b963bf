package dev.nodestart.gpu;

import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.conformance.facts.Trial;
import dev.nodestart.conformance.facts.TrialContext;
import dev.nodestart.emulator.gpu.HostDriver;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.gpu.data.CudaTables;
import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.probe.ProbeLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What is tried on a node that was to get a GPU, one after the other: two programs on one device disturb each other. */
final class GpuTrials {
    static final String LANE = "gpu";

    /** Five frameworks, 60 s each, and a little more. */
    private static final Duration FRAMEWORKS_LIMIT = Duration.ofSeconds(320);

    private final Supplier<HostDriver> host;
    private final Map<String, String> environment;
    private final Supplier<CudaTables> tables;

    GpuTrials(Supplier<HostDriver> host, Map<String, String> environment, Supplier<CudaTables> tables) {
        this.host = host;
        this.environment = environment;
        this.tables = tables;
    }

    List<Trial> all() {
        return List.of(
                new Trial(GpuCheck.HOST, LANE, this::look),
                new Trial(GpuCheck.PROFILE, LANE, this::profile),
                new Trial(GpuCheck.PROBE, LANE, this::probe),
                new Trial(GpuCheck.FRAMEWORKS, LANE, GpuTrials::frameworks),
                new Trial(GpuCheck.HOLD, LANE, GpuTrials::hold));
    }

    /** What this machine has, as the lines that the check reads: kept in the recording like every fact. */
    private CellResult look(TrialContext context) {
        return text(context.gpu().isEmpty() ? "" : HostLines.of(host.get()));
    }

    private CellResult profile(TrialContext context) {
        Launch launch = context.launch();
        String wanted = environment.getOrDefault(KnownDriver.VARIABLE, "");
        return text(KnownDriver.lookUp(tables.get(), wanted, launch.line(), cloud(launch)));
    }

    private static String cloud(Launch launch) {
        if (launch.spec().has("azure_attributes")) {
            return "azure";
        }
        return launch.spec().has("gcp_attributes") ? "gcp" : "aws";
    }

    /** Asked for a GPU, the node is probed whether or not it got one: a driver may be in the image. */
    private CellResult probe(TrialContext context) {
        return context.gpu().isEmpty()
                ? text("")
                : NodeProbe.run(context.driver(), level(context), ptx(context.launch()));
    }

    private static ProbeLevel level(TrialContext context) {
        return context.gpuLevel() == GpuLevel.FULL ? ProbeLevel.FULL : ProbeLevel.QUICK;
    }

    /** The PTX that the image's toolkit writes, as far as its ENV tells. */
    private Optional<Version> ptx(Launch launch) {
        return launch.image()
                .map(ImageInfo::env)
                .map(env -> env.getOrDefault("CUDA_VERSION", ""))
                .flatMap(Version::parse)
                .flatMap(version -> tables.get().ptx(version));
    }

    private static CellResult hold(TrialContext context) {
        return tried(context) ? NodeProbe.run(context.driver(), ProbeLevel.IDENTITY, Optional.empty()) : text("");
    }

    private static CellResult frameworks(TrialContext context) {
        if (!tried(context)) {
            return text("");
        }
        String script = """
                dir=/databricks/.nodestart/frameworks.$$
                mkdir -p "$dir" || exit 1
                cat >"$dir/frameworks.py" <<'NODESTART_END'
                %s
                NODESTART_END
                for python in "$PYSPARK_PYTHON" /databricks/python3/bin/python /databricks/python/bin/python; do
                    [ -n "$python" ] && [ -x "$python" ] || continue
                    "$python" "$dir/frameworks.py"
                    break
                done
                rm -rf "$dir"
                """;
        long start = System.nanoTime();
        NodeOutput output =
                context.driver().sh(script.formatted(resource("frameworks.py").strip()), FRAMEWORKS_LIMIT);
        return cell(output, start);
    }

    private static boolean tried(TrialContext context) {
        return context.gpuLevel() == GpuLevel.FULL && context.gpu().isPresent();
    }

    static CellResult cell(NodeOutput output, long start) {
        return new CellResult(
                output.complete() ? CellResult.Status.OK : CellResult.Status.TIMEOUT,
                output.stdout(),
                output.stderr(),
                Optional.empty(),
                Optional.empty(),
                0,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static CellResult text(String text) {
        return new CellResult(CellResult.Status.OK, text, "", Optional.empty(), Optional.empty(), 0, Duration.ZERO);
    }

    private static String resource(String name) {
        try (InputStream file = GpuTrials.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(file, name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
