package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls on containers. */
public final class Containers {
    private static final Map<String, String> UPGRADE = Map.of("Upgrade", "tcp", "Connection", "Upgrade");

    private final EngineHttp http;

    Containers(EngineHttp http) {
        this.http = http;
    }

    /** Creates a container and gives its id. */
    public String create(ContainerRequest request) {
        return http.post("/containers/create?name=" + EngineHttp.encode(request.name()), request.toJson())
                .path("Id")
                .asText();
    }

    /** Unpacks a tar archive inside a container, running or not. */
    public void putArchive(String id, String folder, byte[] tar) {
        http.discard(
                Request.Method.PUT,
                "/containers/" + id + "/archive?path=" + EngineHttp.encode(folder),
                EngineHttp.Body.bytes(tar, "application/x-tar"));
    }

    /** Unpacks a tar archive, of any size, inside a container; the caller closes the stream. */
    public void putArchive(String id, String folder, InputStream tar) {
        http.discard(
                Request.Method.PUT,
                "/containers/" + id + "/archive?path=" + EngineHttp.encode(folder),
                EngineHttp.Body.stream(tar, "application/x-tar"));
    }

    /**
     * A file or folder of a container as a tar archive; the caller closes the stream.
     *
     * @throws EngineException with status 404 where it is not there
     */
    public InputStream getArchive(String id, String path) {
        Response response = http.open(
                Request.Method.GET,
                "/containers/" + id + "/archive?path=" + EngineHttp.encode(path),
                Map.of(),
                EngineHttp.Body.NONE);
        return new ResponseStream(response);
    }

    /** Whether a path exists in a container, running or not; links are followed by the engine. */
    public boolean pathExists(String id, String path) {
        return http.exists("/containers/" + id + "/archive?path=" + EngineHttp.encode(path));
    }

    /** Paths that differ from the image: kind 0 changed, 1 added, 2 deleted. */
    public List<Change> changes(String id) {
        List<Change> changes = new ArrayList<>();
        http.get("/containers/" + id + "/changes")
                .forEach(change -> changes.add(new Change(
                        change.path("Path").asText(), change.path("Kind").asInt())));
        return changes;
    }

    /** Starts a created container. */
    public void start(String id) {
        http.post("/containers/" + id + "/start");
    }

    /** Ends a container's process at once. */
    public void kill(String id) {
        try {
            http.post("/containers/" + id + "/kill");
        } catch (EngineException e) {
            if (!e.isNotFound() && !e.isConflict()) {
                throw e;
            }
        }
    }

    /** How a container is. */
    public ContainerState state(String id) {
        return ContainerState.from(inspect(id));
    }

    /** What the engine remembers of a container. */
    public ContainerHistory history(String id) {
        // the engine's clock, not ours: it may be another machine
        String now = Instant.parse(http.get("/info").path("SystemTime").asText())
                        .plusSeconds(1)
                        .getEpochSecond() + "";
        List<JsonNode> events = new ArrayList<>();
        http.read("/events?since=0&until=" + now, events::add);
        return ContainerHistory.of(id, events);
    }

    /** The engine's whole answer on a container. */
    public JsonNode inspect(String id) {
        return http.get("/containers/" + id + "/json");
    }

    /** Connects to the input and output of a container's process. */
    public Attachment attach(String id) {
        AttachInput input = new AttachInput();
        Response response = http.open(
                Request.Method.POST,
                "/containers/" + id + "/attach?stream=1&logs=1&stdin=1&stdout=1&stderr=1",
                UPGRADE,
                EngineHttp.Body.hijacked(input));
        return new Attachment(response, input);
    }

    /** What a container's process has written so far, standard output and error together; the caller closes it. */
    public Attachment logs(String id, boolean follow) {
        AttachInput none = new AttachInput();
        none.end();
        return new Attachment(
                http.open(
                        Request.Method.GET,
                        "/containers/" + id + "/logs?stdout=1&stderr=1&follow=" + follow,
                        Map.of(),
                        EngineHttp.Body.NONE),
                none);
    }

    /**
     * Starts a command in a running container.
     *
     * @param user {@code uid:gid} or a name that the image knows
     */
    public ExecRun exec(String id, String user, List<String> command) {
        return exec(id, user, command, List.of(), false);
    }

    /**
     * Starts a command with a terminal in a running container.
     *
     * @param user {@code uid:gid} or a name that the image knows
     * @param environment {@code NAME=value}
     */
    public ExecRun execInTerminal(String id, String user, List<String> command, List<String> environment) {
        return exec(id, user, command, environment, true);
    }

    private ExecRun exec(String id, String user, List<String> command, List<String> environment, boolean terminal) {
        ObjectNode body = EngineHttp.object();
        body.put("AttachStdin", true).put("AttachStdout", true).put("AttachStderr", true);
        body.put("User", user).put("Tty", terminal);
        command.forEach(body.putArray("Cmd")::add);
        environment.forEach(body.putArray("Env")::add);
        String exec = http.post("/containers/" + id + "/exec", body).path("Id").asText();
        AttachInput input = new AttachInput();
        ObjectNode start = EngineHttp.object().put("Detach", false).put("Tty", terminal);
        Response response = http.open(
                Request.Method.POST,
                "/exec/" + exec + "/start",
                Map.of("Upgrade", "tcp", "Connection", "Upgrade", "Content-Type", "application/json"),
                EngineHttp.Body.hijacked(start, input));
        return new ExecRun(http, exec, new Attachment(response, input, terminal));
    }

    /**
     * Makes an image of a container's file system, running or not; it keeps the container's labels.
     *
     * @return the image's id
     */
    public String commit(String id) {
        return http.post("/commit?container=" + id + "&pause=false", EngineHttp.object())
                .path("Id")
                .asText();
    }

    /** Removes a container with its anonymous volumes; one that is not there is fine. */
    public void remove(String id) {
        try {
            http.delete("/containers/" + id + "?force=true&v=true");
        } catch (EngineException e) {
            // 409: somebody else is removing it already
            if (!e.isNotFound() && !e.isConflict()) {
                throw e;
            }
        }
    }

    /** Containers, running or not, that carry all the labels. */
    public List<Labelled> labelled(List<String> labels) {
        List<Labelled> found = new ArrayList<>();
        http.get("/containers/json?all=true&filters=" + EngineHttp.labelFilter(labels))
                .forEach(container -> found.add(Labelled.from(container)));
        return found;
    }

    /**
     * One path that differs from the image.
     *
     * @param path absolute path
     * @param kind 0 changed, 1 added, 2 deleted
     */
    public record Change(String path, int kind) {}
}
