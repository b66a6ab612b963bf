package dev.nodestart.emulator.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.nodestart.emulator.data.JsonText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Sends calls to the engine and turns its refusals into exceptions. Safe for use by many threads. */
final class EngineHttp implements Closeable {
    private static final int MAX_CONNECTIONS = 256;
    private static final Set<String> LOCAL = Set.of("unix", "npipe");

    private final URI address;
    private final DockerHttpClient client;
    private String prefix = "";

    private EngineHttp(URI address, DockerHttpClient client) {
        this.address = address;
        this.client = client;
    }

    static EngineHttp open(URI address, Optional<Path> certificates) {
        var builder = new ZerodepDockerHttpClient.Builder()
                .dockerHost(address)
                .maxConnections(MAX_CONNECTIONS)
                .connectionTimeout(Duration.ofSeconds(10));
        if (LOCAL.contains(String.valueOf(address.getScheme()))) {
            builder.sslConfig(NoTls::new);
        } else {
            certificates.ifPresent(folder -> builder.sslConfig(ClientCertificates.in(folder, address)));
        }
        return new EngineHttp(address, builder.build());
    }

    URI address() {
        return address;
    }

    /** From now on every path is asked for in this version of the API. */
    void pin(ApiVersion version) {
        prefix = "/v" + version;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Sends a call and gives the answer's stream; the caller closes it. */
    Response open(Request.Method method, String path, Map<String, String> headers, Body body) {
        return open(method.name(), path, headers, body);
    }

    private Response open(String method, String path, Map<String, String> headers, Body body) {
        Request.Builder request = Request.builder();
        request.method(method).path(prefix + path);
        request.putAllHeaders(headers);
        body.addTo(request);
        Response response;
        try {
            response = client.execute(request.build());
        } catch (RuntimeException e) {
            throw new EngineUnavailableException(address, "does not answer: " + rootMessage(e), e);
        }
        if (response.getStatusCode() >= 400) {
            try (response) {
                throw new EngineException(method, path, response.getStatusCode(), errorText(response));
            }
        }
        return response;
    }

    JsonNode get(String path) {
        return json(Request.Method.GET, path, Body.NONE);
    }

    JsonNode post(String path, JsonNode body) {
        return json(Request.Method.POST, path, Body.json(body));
    }

    void post(String path) {
        discard(Request.Method.POST, path, Body.NONE);
    }

    void delete(String path) {
        discard(Request.Method.DELETE, path, Body.NONE);
    }

    void discard(Request.Method method, String path, Body body) {
        try (Response response = open(method, path, body.headers(), body)) {
            drain(response.getBody());
        }
    }

    /** Whether a HEAD call finds something. */
    boolean exists(String path) {
        try {
            open("HEAD", path, Map.of(), Body.NONE).close();
            return true;
        } catch (EngineException e) {
            if (e.isNotFound()) {
                return false;
            }
            throw e;
        }
    }

    private JsonNode json(Request.Method method, String path, Body body) {
        try (Response response = open(method, path, body.headers(), body)) {
            return JsonText.read(response.getBody());
        } catch (IOException e) {
            throw new EngineUnavailableException(address, "broke off its answer: " + e.getMessage(), e);
        }
    }

    private void drain(InputStream body) {
        try {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new EngineUnavailableException(address, "broke off its answer: " + e.getMessage(), e);
        }
    }

    private static String errorText(Response response) {
        try {
            byte[] body = response.getBody().readAllBytes();
            String text = new String(body, StandardCharsets.UTF_8).strip();
            if (text.startsWith("{")) {
                JsonNode json = JsonText.read(text);
                return json.path("message").asText(text);
            }
            return text.isEmpty() ? "no message" : text;
        } catch (IOException e) {
            return "no readable message";
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable next = root.getCause(); next != null; next = root.getCause()) {
            root = next;
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a call carries. */
    sealed interface Body {
        Body NONE = new Nothing();

        static Body json(JsonNode json) {
            return new Bytes(JsonText.compact(json).getBytes(StandardCharsets.UTF_8), "application/json");
        }

        static Body stream(InputStream stream, String type) {
            return new Stream(stream, type);
        }

        static Body bytes(byte[] bytes, String type) {
            return new Bytes(bytes, type);
        }

        static Body hijacked(InputStream input) {
            return new Hijacked(new byte[0], input);
        }

        static Body hijacked(JsonNode first, InputStream input) {
            return new Hijacked(JsonText.compact(first).getBytes(StandardCharsets.UTF_8), input);
        }

        void addTo(Request.Builder request);

        Map<String, String> headers();

        /** No body. */
        record Nothing() implements Body {
            @Override
            public void addTo(Request.Builder request) {}

            @Override
            public Map<String, String> headers() {
                return Map.of();
            }
        }

        /** A body of known content. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Bytes(byte[] bytes, String type) implements Body {
            @Override
            public void addTo(Request.Builder request) {
                request.bodyBytes(bytes);
            }

            @Override
            public Map<String, String> headers() {
                return Map.of("Content-Type", type);
            }
        }

        /** A body that is read while it is sent. */
        record Stream(InputStream stream, String type) implements Body {
            @Override
            public void addTo(Request.Builder request) {
                request.body(stream);
            }

            @Override
            public Map<String, String> headers() {
                return Map.of("Content-Type", type);
            }
        }

        /** The input of a connection that becomes a two-way stream. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Hijacked(byte[] first, InputStream input) implements Body {
            @Override
            public void addTo(Request.Builder request) {
                if (first.length > 0) {
                    request.bodyBytes(first);
                }
                request.hijackedInput(input);
            }

            @Override
            public Map<String, String> headers() {
                return Map.of();
            }
        }
    }

    /**
     * Sends a call whose answer is a stream of messages, and passes each on as it comes.
     *
     * @throws EngineException with the engine's own text where a message says that it failed
     */
    void stream(String path, Map<String, String> headers, Body body, Consumer<JsonNode> messages) {
        stream(Request.Method.POST, path, headers, body, message -> {
            if (message.hasNonNull("error")) {
                throw new EngineException(
                        "POST", path, 200, message.path("error").asText());
            }
            messages.accept(message);
        });
    }

    /** Reads a list that comes as messages one after the other. */
    void read(String path, Consumer<JsonNode> messages) {
        stream(Request.Method.GET, path, Map.of(), Body.NONE, messages);
    }

    private void stream(
            Request.Method method, String path, Map<String, String> headers, Body body, Consumer<JsonNode> messages) {
        try (Response response = open(method, path, headers, body)) {
            JsonText.readEach(response.getBody(), messages);
        } catch (JsonProcessingException e) {
            throw new EngineUnavailableException(address, "gave an answer that is not JSON", e);
        } catch (IOException e) {
            throw new EngineUnavailableException(address, "broke off its answer: " + e.getMessage(), e);
        }
    }

    /** The engine's list filter for labels. */
    static String labelFilter(List<String> labels) {
        ObjectNode filter = object();
        labels.forEach(filter.putArray("label")::add);
        return encode(JsonText.compact(filter));
    }
}
