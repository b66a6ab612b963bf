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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before an engine; shut in the middle of a launch, it is an engine that is gone. */
final class EngineDoor implements AutoCloseable {
    private final ServerSocketChannel server;
    private final SocketAddress engine;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
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
                daemon(() -> copy(client, target));
                daemon(() -> copy(target, client));
            } catch (IOException e) {
                // shut
            }
        }
    }

    private void copy(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (from.read(buffer) >= 0 && !shut) {
                buffer.flip();
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
