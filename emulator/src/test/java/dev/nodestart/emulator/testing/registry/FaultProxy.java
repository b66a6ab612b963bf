package dev.nodestart.emulator.testing.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Stands before a registry and does what networks and registries do on bad days. */
public final class FaultProxy implements AutoCloseable {

    /**
     * One request that came by.
     *
     * @param method such as {@code GET}
     * @param path with its query
     * @param headers names in lower case
     */
    public record Request(String method, String path, Map<String, String> headers) {}

    private record Rule(Predicate<Request> when, Fault fault, AtomicInteger times) {
        boolean take(Request request) {
            return when.test(request) && times.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }

    private final ServerSocket server;
    private final int upstreamPort;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Request> seen = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private FaultProxy(ServerSocket server, int upstreamPort) {
        this.server = server;
        this.upstreamPort = upstreamPort;
    }

    /** Plain HTTP on loopback, before the registry at that loopback port. */
    public static FaultProxy plain(int upstreamPort) {
        return plain(InetAddress.getLoopbackAddress(), upstreamPort);
    }

    /** Plain HTTP on another address of this machine, which engines do not take for local. */
    public static FaultProxy plain(InetAddress address, int upstreamPort) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(address, 0));
            return begin(server, upstreamPort);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** HTTPS with a certificate that nobody trusts. */
    public static FaultProxy tls(InetAddress address, int upstreamPort) {
        try {
            ServerSocket server =
                    SelfSigned.context(address).getServerSocketFactory().createServerSocket();
            server.bind(new InetSocketAddress(address, 0));
            return begin(server, upstreamPort);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** From now on every request whose path contains that text meets the fault. */
    public FaultProxy on(String pathPart, Fault fault) {
        return on(request -> request.path().contains(pathPart), fault, Integer.MAX_VALUE);
    }

    /** From now on so many of the requests that fit meet the fault; the first rule that fits wins. */
    public FaultProxy on(Predicate<Request> when, Fault fault, int times) {
        rules.add(new Rule(when, fault, new AtomicInteger(times)));
        return this;
    }

    /** Host and port, as an image reference begins. */
    public String address() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    /** The requests so far. */
    public List<Request> requests() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static FaultProxy begin(ServerSocket server, int upstreamPort) {
        FaultProxy proxy = new FaultProxy(server, upstreamPort);
        daemon(proxy::acceptAll);
        return proxy;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.add(client);
                daemon(() -> serve(client));
            } catch (IOException exception) {
                // closed, or a client that left at once
            }
        }
    }

    /** As a Go server answers a TLS greeting on a plain port; the rest of the greeting is read, or it would be a reset. */
    private static void refuseTls(Socket client) throws IOException {
        client.getOutputStream()
                .write("HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTPS request to an HTTP server.\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void serve(Socket client) {
        try (client) {
            Optional<Request> request = HttpText.readRequest(client.getInputStream());
            if (request.isPresent()) {
                seen.add(request.get());
                Optional<Fault> fault = rules.stream()
                        .filter(rule -> rule.take(request.get()))
                        .map(Rule::fault)
                        .findFirst();
                new FaultyAnswer(client, upstreamPort).give(request.get(), fault);
            } else {
                refuseTls(client);
            }
        } catch (IOException exception) {
            // the client hung up, as some faults make it do
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(client);
        }
    }
}
