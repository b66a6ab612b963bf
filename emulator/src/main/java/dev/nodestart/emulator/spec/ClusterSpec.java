package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A valid create call, reduced to what a launch needs; {@link #raw} keeps every field for the echo.
 *
 * @param clusterName empty where none was given
 * @param sparkVersion the full key, such as {@code 15.4.x-scala2.12}
 * @param nodeTypeId the workers' node type, empty where a pool is named instead
 * @param driverNodeTypeId the driver's node type, by default the workers'
 * @param numWorkers number of workers to start: {@code num_workers}, or {@code autoscale.min_workers}
 * @param dockerImage the custom image
 * @param initScripts cluster-scoped scripts in order
 * @param sparkConf Spark configuration, values as strings
 * @param sparkEnvVars environment variables, which may hold secret references
 * @param logDestination {@code cluster_log_conf.*.destination}
 * @param raw the call as it was given
 */
public record ClusterSpec(
        String clusterName,
        String sparkVersion,
        Optional<String> nodeTypeId,
        Optional<String> driverNodeTypeId,
        int numWorkers,
        Optional<DockerImage> dockerImage,
        List<InitScript> initScripts,
        Map<String, String> sparkConf,
        Map<String, String> sparkEnvVars,
        Optional<String> logDestination,
        ObjectNode raw) {
    public ClusterSpec {
        initScripts = List.copyOf(initScripts);
        sparkConf = Collections.unmodifiableMap(new LinkedHashMap<>(sparkConf));
        sparkEnvVars = Collections.unmodifiableMap(new LinkedHashMap<>(sparkEnvVars));
    }

    /** Names the cluster and hides everything that may be a secret. */
    @Override
    public String toString() {
        return "ClusterSpec[clusterName=%s, sparkVersion=%s, numWorkers=%d, dockerImage=%s]"
                .formatted(clusterName, sparkVersion, numWorkers, dockerImage.map(DockerImage::url));
    }
}
