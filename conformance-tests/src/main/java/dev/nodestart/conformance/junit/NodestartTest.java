package dev.nodestart.conformance.junit;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.facts.GpuLevel;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Launches an image the way a Databricks node starts, before the tests of a class run, and removes it after them.
 *
 * <p>Constructors, test methods and lifecycle methods may have parameters of type {@link Cluster} and {@link Node} (the
 * driver). Where the cluster does not start, the class fails once, with the diagnosis. Without a container engine the
 * class fails too; it is never skipped.
 *
 * <p>Every text may hold <code>${NAME}</code> or <code>${NAME:default}</code>: a system property or JUnit configuration
 * parameter, else an environment variable. Paths are relative to the folder that the tests run in, which Maven makes the module's.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NodestartExtension.class)
public @interface NodestartTest {

    /** The image to launch, as docker names it; it is pulled where the engine does not have it. */
    String image() default "";

    /** A Dockerfile, or a folder with one: the image is built from it, with the file's folder as context. */
    String dockerfile() default "";

    /** {@code NAME=VALUE} for the Dockerfile's {@code ARG}s. */
    String[] buildArgs() default {};

    /** A file with the JSON of the Clusters API's create call. */
    String spec() default "";

    /** The Databricks Runtime line, such as {@code 15.4}. */
    String dbr() default "";

    /** Capabilities that must work; else those of the image's label {@code dev.nodestart.require}, else the default. */
    Capability[] require() default {};

    /** Ids, categories or tags of the only checks that the suite runs; all where nothing is named. */
    String[] only() default {};

    /** Ids, categories or tags of checks that the suite leaves out. */
    String[] skip() default {};

    /** A policy file: required capabilities, severities, and waivers, each with its reason and its last day. */
    String policy() default "";

    /** GPUs that each node gets: {@code all}, a number, or UUIDs separated by commas; else those of its node type. */
    String gpus() default "";

    /** How a node gets its GPUs: {@code auto}, {@code hook}, {@code runtime}, {@code cdi} or {@code explicit}. */
    String gpuWay() default "";

    /** How much of a GPU the suite tries. */
    GpuLevel gpuLevel() default GpuLevel.QUICK;

    /** Number of workers beside the driver; what the spec says where it is below 0. */
    int workers() default -1;

    /** Scripts of this machine that run as cluster-scoped init scripts, in order. */
    String[] initScripts() default {};

    /** {@code NAME=VALUE} for {@code spark_env_vars}. */
    String[] env() default {};

    /** {@code KEY=VALUE} for {@code spark_conf}. */
    String[] conf() default {};

    /** {@code SCHEME:/PREFIX=DIR}: where files of a workspace, DBFS, volume or bucket are on this machine. */
    String[] map() default {};

    /** {@code scope/key=env:NAME} or {@code scope/key=file:PATH}: the values behind the spec's secret references. */
    String[] secrets() default {};

    /** Whether every test class or every test method has a launch of its own. */
    Lifecycle lifecycle() default Lifecycle.PER_CLASS;

    /**
     * Names a launch that all classes of the test run with this name and the same other settings have together; it is
     * removed when the run ends.
     */
    String share() default "";

    /** Whether a cluster that does not start fails the tests; {@code false} lets them look at what came of it. */
    boolean mustStart() default true;

    /** How long a launch lives. */
    enum Lifecycle {
        /** One launch for all tests of the class. */
        PER_CLASS,
        /** One launch for every test method. */
        PER_METHOD
    }
}
