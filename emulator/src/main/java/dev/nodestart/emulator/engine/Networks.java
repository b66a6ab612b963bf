package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls on networks, and on the volumes that images ask for. */
public final class Networks {
    private final EngineHttp http;

    Networks(EngineHttp http) {
        this.http = http;
    }

    /**
     * Makes a private bridge network.
     *
     * @param subnet in CIDR form
     * @return the network's id
     * @throws EngineException where the subnet overlaps with another one
     */
    public String create(String name, String subnet, Map<String, String> labels) {
        ObjectNode body = EngineHttp.object();
        body.put("Name", name).put("Driver", "bridge").put("CheckDuplicate", true);
        body.putObject("IPAM").putArray("Config").addObject().put("Subnet", subnet);
        ObjectNode json = body.putObject("Labels");
        labels.forEach(json::put);
        return http.post("/networks/create", body).path("Id").asText();
    }

    /**
     * Connects a container, running or not, to one more network.
     *
     * @param network name or id
     * @param aliases further names by which the network's containers find it
     * @throws EngineException with status 404 where there is no such network
     */
    public void connect(String network, String container, List<String> aliases) {
        ObjectNode body = EngineHttp.object().put("Container", container);
        aliases.forEach(body.putObject("EndpointConfig").putArray("Aliases")::add);
        post("/networks/" + EngineHttp.encode(network) + "/connect", body);
    }

    /**
     * Takes a container, running or not, off a network, at once and whatever it is doing there.
     *
     * @throws EngineException with status 404 where one of them is not there
     */
    public void disconnect(String network, String container) {
        post(
                "/networks/" + EngineHttp.encode(network) + "/disconnect",
                EngineHttp.object().put("Container", container).put("Force", true));
    }

    /** The answer says nothing: Docker's is empty, Podman's is a word. */
    private void post(String path, ObjectNode body) {
        http.discard(Request.Method.POST, path, EngineHttp.Body.json(body));
    }

    /** Removes a network; one that is not there is fine. */
    public void remove(String id) {
        try {
            http.delete("/networks/" + id);
        } catch (EngineException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }

    /** Ids of the networks that carry all the labels. */
    public List<Labelled> labelled(List<String> labels) {
        List<Labelled> found = new ArrayList<>();
        http.get("/networks?filters=" + EngineHttp.labelFilter(labels))
                .forEach(network -> found.add(Labelled.from(network)));
        return found;
    }

    /** Names of the volumes that carry all the labels. */
    public List<String> labelledVolumes(List<String> labels) {
        List<String> found = new ArrayList<>();
        http.get("/volumes?filters=" + EngineHttp.labelFilter(labels))
                .path("Volumes")
                .forEach(volume -> found.add(volume.path("Name").asText()));
        return found;
    }

    /** Removes a volume; one that is not there is fine. */
    public void removeVolume(String name) {
        try {
            http.delete("/volumes/" + EngineHttp.encode(name));
        } catch (EngineException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }
}
