package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.runtime.NodeType;
import dev.nodestart.emulator.secret.SecretReader;
import dev.nodestart.emulator.spec.Overrides;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A launch as a test asks for it; what is not said is a driver alone on line 15.4 with the test image's own Java. */
final class LaunchCase {
    /** The Java of the test image, which is not the default of line 15.4. */
    static final String JNAME = "JNAME=java-1.17.0-openjdk-amd64";

    private final Path folder;
    private final List<String> env = new ArrayList<>(List.of(JNAME));
    private final List<String> conf = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private final List<Path> globalScripts = new ArrayList<>();
    private final List<String> maps = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private Overrides overrides = Overrides.none();
    private Optional<String> spec = Optional.empty();
    private PullPolicy pull = PullPolicy.NEVER;
    private Limits limits = Limits.DEFAULT;
    private Optional<Path> runtimeTree = Optional.empty();
    private LaunchExtras extras = LaunchExtras.NONE;

    private LaunchCase(Path folder) {
        this.folder = folder;
    }

    /** A launch of an image; recordings and scripts lie in the folder. */
    static LaunchCase of(Path folder, String image) {
        LaunchCase launch = new LaunchCase(folder);
        launch.overrides = launch.overrides.withImage(image).withDbr("15.4");
        return launch;
    }

    /** A launch of what a create call says. */
    static LaunchCase spec(Path folder, String json) {
        LaunchCase launch = new LaunchCase(folder);
        launch.spec = Optional.of(json);
        return launch;
    }

    LaunchCase dbr(String line) {
        overrides = overrides.withDbr(line);
        return this;
    }

    LaunchCase workers(int number) {
        overrides = overrides.withWorkers(number);
        return this;
    }

    LaunchCase env(String... values) {
        env.addAll(List.of(values));
        return this;
    }

    /** Without {@code JNAME}. */
    LaunchCase defaultJava() {
        env.remove(JNAME);
        return this;
    }

    LaunchCase conf(String... values) {
        conf.addAll(List.of(values));
        return this;
    }

    LaunchCase script(String name, String content) {
        return script(name, content.getBytes(StandardCharsets.UTF_8));
    }

    LaunchCase script(String name, byte[] content) {
        scripts.add(file(name, content).toString());
        return this;
    }

    LaunchCase globalScript(String name, String content) {
        globalScripts.add(file(name, content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    LaunchCase map(String prefix, Path target) {
        maps.add(prefix + "=" + target);
        return this;
    }

    LaunchCase secret(String name, String value) {
        Path file = file("secret-" + name.replace('/', '-'), value.getBytes(StandardCharsets.UTF_8));
        secrets.add(name + "=file:" + file);
        return this;
    }

    LaunchCase pull(PullPolicy policy) {
        pull = policy;
        return this;
    }

    LaunchCase runtimeTree(Path tree) {
        runtimeTree = Optional.of(tree);
        return this;
    }

    LaunchCase extras(LaunchExtras more) {
        extras = more;
        return this;
    }

    LaunchCase gpu(GpuWish wish) {
        extras = extras.withGpu(wish);
        return this;
    }

    LaunchCase limits(Limits limit) {
        limits = limit;
        return this;
    }

    private Path file(String name, byte[] content) {
        try {
            Path file = Files.createDirectories(folder.resolve("files")).resolve(name);
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LaunchPlan plan() {
        return new LaunchPlanner(SecretReader.system())
                .plan(new LaunchFlags(
                        spec,
                        overrides.withEnv(env).withConf(conf).withInitScripts(scripts),
                        List.of(),
                        secrets,
                        maps,
                        globalScripts,
                        Optional.empty(),
                        pull,
                        limits,
                        folder.resolve("runs"),
                        false,
                        Optional.empty(),
                        runtimeTree,
                        extras));
    }

    LaunchRequest request() {
        LaunchPlan plan = plan();
        assertThat(plan).isInstanceOf(LaunchPlan.Ready.class);
        return ((LaunchPlan.Ready) plan).request();
    }

    LaunchedCluster launch(Engine engine, LaunchListener listener) throws InterruptedException {
        return new ClusterLauncher(access(engine), Clock.systemUTC(), new Random()).launch(request(), listener);
    }

    LaunchedCluster launch(Engine engine) throws InterruptedException {
        return launch(engine, LaunchListener.NONE);
    }

    /** On a node whose disk holds no more than that. */
    LaunchedCluster launchOnDisk(Engine engine, long diskBytes) throws InterruptedException {
        LaunchRequest plain = request();
        Optional<NodeType> small = Optional.of(new NodeType("small.disk", 1, 1L << 30, diskBytes, 0, "", "amd64"));
        LaunchRequest request = new LaunchRequest(
                plain.spec(),
                plain.echo(),
                plain.environment(),
                plain.sparkConf(),
                plain.runtime(),
                small,
                small,
                plain.scripts(),
                plain.image(),
                plain.limits(),
                plain.mask(),
                plain.validation(),
                plain.notes(),
                plain.runs(),
                plain.logDelivery(),
                plain.detached(),
                plain.timeToLive(),
                plain.runtimeTree(),
                plain.surroundings(),
                plain.extras());
        return new ClusterLauncher(access(engine), Clock.systemUTC(), new Random())
                .launch(request, LaunchListener.NONE);
    }

    static EngineAccess access(Engine engine) {
        return new EngineAccess(engine, engine.address(), Optional.empty());
    }

    /** The lines {@code NAME=value} of a text. */
    static Map<String, String> variables(String text) {
        Map<String, String> variables = new java.util.TreeMap<>();
        text.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int equals = line.indexOf('=');
            variables.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return variables;
    }
}
