package dev.nodestart.emulator.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Stands before an engine, on a port, so that it counts as one of another machine; tells what was asked through it. Shut in
 * the middle of a launch, it is an engine that is gone.
 */
final class EngineDoor implements AutoCloseable {
    private static final Pattern CALL = Pattern.compile("[A-Z]+ /\\S* HTTP/1\\.1");

    private final ServerSocketChannel server;
    private final SocketAddress engine;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean shut;

    private EngineDoor(ServerSocketChannel server, SocketAddress engine) {
        this.server = server;
        this.engine = engine;
    }

    static EngineDoor before(URI engine) throws IOException {
        ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SocketAddress address = engine.getScheme().equals("unix")
                ? UnixDomainSocketAddress.of(engine.getPath())
                : new InetSocketAddress(engine.getHost(), engine.getPort());
        EngineDoor door = new EngineDoor(server, address);
        daemon(door::accept);
        return door;
    }

    URI address() throws IOException {
        return URI.create("tcp://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort());
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "engine-door");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                SocketChannel target = SocketChannel.open(engine);
                open.add(client);
                open.add(target);
                if (shut) {
                    client.close();
                    target.close();
                }
                daemon(() -> copy(client, target, this::hear));
                daemon(() -> copy(target, client, bytes -> {}));
            } catch (IOException e) {
                // shut
            }
        }
    }

    private void copy(SocketChannel from, SocketChannel to, Consumer<ByteBuffer> ear) {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (from.read(buffer) >= 0 && !shut) {
                buffer.flip();
                ear.accept(buffer.asReadOnlyBuffer());
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // shut
        }
    }

    /** A call begins a piece of its own, since the client waits for the answer to the one before. */
    private void hear(ByteBuffer piece) {
        String first = StandardCharsets.ISO_8859_1
                .decode(piece)
                .toString()
                .lines()
                .findFirst()
                .orElse("");
        if (CALL.matcher(first).matches()) {
            asked.add(first.substring(0, first.lastIndexOf(' ')));
        }
    }

    /** Method and path of each call so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        shut();
    }

    /** Cuts every connection and takes no more; what is asked after this gets no answer through any of them. */
    void shut() {
        shut = true;
        try {
            server.close();
            for (SocketChannel channel : open) {
                channel.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
