package dev.nodestart.emulator.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Sends an engine's socket {@code GET /_ping}; an engine on the network is only connected to. */
public final class PingProbe implements EngineProbe {

    private static final byte[] PING =
            "GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Duration limit;

    /**
     * Takes how long an engine may take to answer.
     *
     * @param limit time limit of one question
     */
    public PingProbe(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Optional<String> problem(EngineAddress address) {
        try {
            Optional<Path> socket = address.socket();
            if (socket.isPresent()) {
                return ping(socket.get());
            }
            return connect(address.host());
        } catch (IOException e) {
            return Optional.of(reason(e));
        }
    }

    private Optional<String> ping(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return Optional.of("there is no socket");
        }
        if (!Files.isWritable(socket)) {
            return Optional.of("this user may not open the socket");
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(PING));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            ByteBuffer answer = ByteBuffer.allocate(64);
            if (selector.select(limit.toMillis()) == 0 || channel.read(answer) < 0) {
                return Optional.of("it gave no answer within %d s".formatted(limit.toSeconds()));
            }
            String status = StandardCharsets.US_ASCII.decode(answer.flip()).toString();
            return status.startsWith("HTTP/1.") && status.contains(" 200 ")
                    ? Optional.empty()
                    : Optional.of("it gave a strange answer");
        }
    }

    private Optional<String> connect(String host) throws IOException {
        URI uri;
        try {
            uri = URI.create(host);
        } catch (IllegalArgumentException e) {
            return Optional.of("it is not an address");
        }
        if (uri.getHost() == null) {
            return Optional.of("it is not an address such as unix:///var/run/docker.sock or tcp://host:2376");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 2375 : uri.getPort()), (int)
                    limit.toMillis());
            return Optional.empty();
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "this user may not open the socket";
        }
        if (failure instanceof java.net.UnknownHostException
                || failure.getCause() instanceof java.net.UnknownHostException) {
            return "there is no such host";
        }
        String text = failure.getMessage();
        return text == null ? "the connection failed" : text.toLowerCase(java.util.Locale.ROOT);
    }
}
