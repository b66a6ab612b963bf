package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.Capability;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.Surroundings;
import dev.nodestart.emulator.model.GpuWay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Network;
import org.testcontainers.lifecycle.Startable;

/**
 * A node as a Testcontainers {@code Startable}, for {@code @Container} fields and for networks with other containers.
 *
 * <p>It is found by those containers under its aliases and its host name. Starting it is safe from many threads; its
 * settings are made before, by one.
 */
public final class NodeContainer implements Startable {
    private final Set<Startable> dependencies = new HashSet<>();
    private final List<Network> networks = new ArrayList<>();
    private final List<String> networkNames = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();
    private LaunchSettings settings;
    private @Nullable EngineAccess access;
    private @Nullable Cluster cluster;

    private NodeContainer(LaunchSettings settings) {
        this.settings = settings;
    }

    /** A node of an image, as docker names it. */
    public static NodeContainer of(String image) {
        return new NodeContainer(LaunchSettings.NONE.withImage(image));
    }

    /** A node of an image that is built from a Dockerfile, or from the one in a folder. */
    public static NodeContainer fromDockerfile(Path dockerfile, String... buildArgs) {
        return new NodeContainer(LaunchSettings.NONE.withDockerfile(dockerfile.toString(), List.of(buildArgs)));
    }

    /** A node of the image that a file with a create call names. */
    public static NodeContainer fromSpec(Path spec) {
        return new NodeContainer(LaunchSettings.NONE.withSpec(spec.toString()));
    }

    /** On this Databricks Runtime line, such as {@code 15.4}. */
    public NodeContainer withDbr(String line) {
        return change(some -> some.withDbr(line));
    }

    /** With everything else as this file with a create call says. */
    public NodeContainer withSpec(Path spec) {
        return change(some -> some.withSpec(spec.toString()));
    }

    /** With so many workers beside the driver. */
    public NodeContainer withWorkers(int number) {
        return change(some -> some.withWorkers(number));
    }

    /** With one more of {@code spark_env_vars}. */
    public NodeContainer withEnv(String name, String value) {
        return change(some -> some.plusEnv(name + "=" + value));
    }

    /** With one more line of {@code spark_conf}. */
    public NodeContainer withSparkConf(String key, String value) {
        return change(some -> some.plusConf(key + "=" + value));
    }

    /** With a script of this machine as one more cluster-scoped init script. */
    public NodeContainer withInitScript(Path script) {
        return change(some -> some.plusInitScript(script.toString()));
    }

    /** With a folder of this machine in place of a prefix of the platform, such as {@code workspace:/Shared}. */
    public NodeContainer withMapped(String prefix, Path folder) {
        return change(some -> some.plusMap(prefix + "=" + folder));
    }

    /** With the value behind a secret reference of the spec, from an environment variable of this process. */
    public NodeContainer withSecret(String scopeAndKey, String variable) {
        return change(some -> some.plusSecret(scopeAndKey + "=env:" + variable));
    }

    /** With GPUs: {@code all}, a number, or UUIDs separated by commas. */
    public NodeContainer withGpus(String gpus) {
        return change(some -> some.withGpus(gpus));
    }

    /** With its GPUs by this way, and not by the best that the engine offers. */
    public NodeContainer withGpuWay(GpuWay way) {
        return change(some -> some.withGpuWay(way));
    }

    /** With capabilities that must work for the verdict. */
    public NodeContainer requiring(Capability... capabilities) {
        return change(some -> some.requiring(List.of(capabilities)));
    }

    /** On this network too; it is made where it was not. */
    public NodeContainer withNetwork(Network network) {
        notStarted();
        networks.add(network);
        return this;
    }

    /** On this network of the engine too. */
    public NodeContainer withNetwork(String nameOrId) {
        notStarted();
        networkNames.add(nameOrId);
        return this;
    }

    /** With further names of the driver on the networks of others. */
    public NodeContainer withNetworkAliases(String... names) {
        notStarted();
        aliases.addAll(Arrays.asList(names));
        return this;
    }

    /** Starts after these. */
    public NodeContainer dependsOn(Startable... startables) {
        notStarted();
        dependencies.addAll(Arrays.asList(startables));
        return this;
    }

    @Override
    public Set<Startable> getDependencies() {
        return Set.copyOf(dependencies);
    }

    /**
     * Launches, unless it runs already.
     *
     * @throws AssertionError with the diagnosis, where the cluster does not start; nothing of it is left then
     */
    @Override
    public synchronized void start() {
        if (cluster != null) {
            return;
        }
        settings.check("The node");
        EngineAccess engine = TestcontainersEngine.connect();
        access = engine;
        try {
            cluster = new Launching(
                            engine,
                            surroundings(),
                            RunsFolder.of(NodeContainer::property).path())
                    .launch(settings);
            cluster.requireRunning();
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        }
    }

    /** Removes the cluster; its recording stays. */
    @Override
    public synchronized void stop() {
        if (cluster != null) {
            cluster.close();
            cluster = null;
        }
        if (access != null) {
            access.engine().close();
            access = null;
        }
    }

    /** Whether it was started and not stopped since. */
    public synchronized boolean isRunning() {
        return cluster != null;
    }

    /**
     * The cluster.
     *
     * @throws IllegalStateException before it was started and after it was stopped
     */
    public synchronized Cluster cluster() {
        if (cluster == null) {
            throw new IllegalStateException("The node is not started: it has no cluster.");
        }
        return cluster;
    }

    /**
     * The driver.
     *
     * @throws IllegalStateException before it was started and after it was stopped
     */
    public Node node() {
        return cluster().driver();
    }

    /** The engine's id of the driver's container. */
    public String getContainerId() {
        return node().info().containerId();
    }

    private NodeContainer change(UnaryOperator<LaunchSettings> change) {
        notStarted();
        settings = change.apply(settings);
        return this;
    }

    private synchronized void notStarted() {
        if (cluster != null) {
            throw new IllegalStateException("The node runs already: its settings are made before it is started.");
        }
    }

    private Surroundings surroundings() {
        List<String> all = new ArrayList<>(networkNames);
        networks.forEach(network -> all.add(network.getId()));
        return new Surroundings(all, aliases, Launches.sessionLabels());
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name));
    }
}
