package dev.nodestart.emulator.engine;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as an engine does, with what a test says. */
final class FakeEngine implements AutoCloseable {
    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private FakeEngine(HttpServer server) {
        this.server = server;
    }

    /** An engine that says it speaks that version of the API. */
    static FakeEngine speaking(String version) {
        try {
            FakeEngine engine =
                    new FakeEngine(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            engine.server.createContext("/_ping", exchange -> {
                exchange.getResponseHeaders().add("Api-Version", version);
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("OK".getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            engine.server.start();
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine that answers even the first question with a refusal. */
    static FakeEngine refusing(int status, String body) {
        try {
            return new FakeEngine(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0))
                    .answering("/_ping", status, body)
                    .started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeEngine started() {
        server.start();
        return this;
    }

    FakeEngine answering(String path, int status, String body) {
        return answering(path, status, body.getBytes(StandardCharsets.UTF_8));
    }

    FakeEngine answering(String path, int status, byte[] body) {
        server.createContext(path, exchange -> {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return this;
    }

    URI address() {
        return URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Method and path of each call, and its body on the lines after. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
