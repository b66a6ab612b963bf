package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A container to be created for a node.
 *
 * @param name the container's name
 * @param image image reference or id
 * @param hostName host name inside
 * @param entrypoint what runs, in place of the image's own
 * @param network name or id of the network
 * @param ip its address there, empty to let the engine choose
 * @param labels its labels
 * @param nanoCpus processor limit in billionths of a processor
 * @param memoryBytes memory limit in bytes
 * @param user the user that the entrypoint runs as
 * @param init whether the engine's init is PID 1 and reaps zombies
 * @param fittings what it is given from outside
 */
public record ContainerRequest(
        String name,
        String image,
        String hostName,
        List<String> entrypoint,
        String network,
        String ip,
        Map<String, String> labels,
        OptionalLong nanoCpus,
        OptionalLong memoryBytes,
        String user,
        boolean init,
        ContainerFittings fittings) {

    /** A container that sees nothing from outside. */
    public ContainerRequest(
            String name,
            String image,
            String hostName,
            List<String> entrypoint,
            String network,
            String ip,
            Map<String, String> labels,
            OptionalLong nanoCpus,
            OptionalLong memoryBytes,
            String user,
            boolean init) {
        this(
                name,
                image,
                hostName,
                entrypoint,
                network,
                ip,
                labels,
                nanoCpus,
                memoryBytes,
                user,
                init,
                ContainerFittings.NONE);
    }

    /** A container without a network that runs one command to its end. */
    public static ContainerRequest once(
            String name, String image, String user, List<String> command, Map<String, String> labels) {
        return new ContainerRequest(
                name, image, "", command, "none", "", labels, OptionalLong.empty(), OptionalLong.empty(), user, false);
    }

    /** The same with more, or other things, from outside. */
    public ContainerRequest with(UnaryOperator<ContainerFittings> change) {
        return new ContainerRequest(
                name,
                image,
                hostName,
                entrypoint,
                network,
                ip,
                labels,
                nanoCpus,
                memoryBytes,
                user,
                init,
                change.apply(fittings));
    }

    /** The body of the engine's create call. */
    ObjectNode toJson() {
        ObjectNode json = EngineHttp.object();
        json.put("Image", image).put("Hostname", hostName).put("User", user);
        entrypoint.forEach(json.putArray("Entrypoint")::add);
        json.putArray("Cmd");
        json.put("OpenStdin", true).put("StdinOnce", false).put("Tty", false);
        json.put("AttachStdin", true).put("AttachStdout", true).put("AttachStderr", true);
        json.put("StopSignal", "SIGTERM");
        json.putObject("Healthcheck").putArray("Test").add("NONE");
        ObjectNode labelled = json.putObject("Labels");
        labels.forEach(labelled::put);
        ObjectNode host = json.putObject("HostConfig");
        host.put("NetworkMode", network).put("Init", init);
        if (network.equals("host") && !hostName.isEmpty()) {
            // on a network of its own the engine writes this line by itself
            host.putArray("ExtraHosts").add(hostName + ":127.0.0.1");
        }
        nanoCpus.ifPresent(limit -> host.put("NanoCpus", limit));
        memoryBytes.ifPresent(limit -> host.put("Memory", limit));
        fittings.addTo(json, host);
        if (!ip.isEmpty()) {
            json.putObject("NetworkingConfig")
                    .putObject("EndpointsConfig")
                    .putObject(network)
                    .putObject("IPAMConfig")
                    .put("IPv4Address", ip);
        }
        return json;
    }
}
