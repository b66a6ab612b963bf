package dev.nodestart.node;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/** Accepts command connections on the driver's port (dcs.md §4.4). */
final class SessionServer {
    /** The driver's command port. */
    static final int PORT = 6061;

    private final ServerSocket socket;

    private SessionServer(ServerSocket socket) {
        this.socket = socket;
    }

    static SessionServer open(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (BindException e) {
            throw new IOException("The driver cannot listen on [127.0.0.1:" + port + "]: " + e.getMessage(), e);
        }
        return new SessionServer(socket);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Serves connections, each in its own thread, until the process ends. */
    void serve(Map<String, Lane> lanes) throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            Thread thread = new Thread(new Connection(client, lanes), "command-connection");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
