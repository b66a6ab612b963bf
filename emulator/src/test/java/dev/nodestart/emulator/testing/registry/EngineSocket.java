package dev.nodestart.emulator.testing.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** The few raw calls that make an engine pull, for its exact words; nothing of docker-java in between. */
public final class EngineSocket {

    /** An answer of the engine, progress stream and all. */
    public record Answer(int status, String body) {

        /** The engine's error: of the answer, or the last one within the progress stream; empty where there is none. */
        public String errorText() {
            String field = status == 200 ? "error" : "message";
            String found = "";
            try (MappingIterator<JsonNode> documents =
                    new ObjectMapper().readerFor(JsonNode.class).readValues(body)) {
                while (documents.hasNext()) {
                    String text = documents.next().path(field).asText();
                    found = text.isEmpty() ? found : text;
                }
                return found;
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    }

    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private EngineSocket() {}

    /** Pulls, without credentials where the user name is empty. */
    public static Answer pull(String image, String username, String password) throws IOException {
        String auth =
                username.isEmpty() ? "{}" : "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        String header = Base64.getUrlEncoder().encodeToString(auth.getBytes(StandardCharsets.UTF_8));
        return call("POST", "/images/create?fromImage=" + encode(image), "X-Registry-Auth: " + header + "\r\n");
    }

    private static Answer call(String method, String path, String headers) throws IOException {
        String request = method + " " + path + " HTTP/1.0\r\nHost: engine\r\n" + headers
                + "Content-Length: 0\r\nConnection: close\r\n\r\n";
        try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.connect(UnixDomainSocketAddress.of(SOCKET));
            ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                socket.write(bytes);
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            Channels.newInputStream(socket).transferTo(answer);
            String text = answer.toString(StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text.substring(end + 4));
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
