package dev.nodestart.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The master's list of workers: each holds a connection, and a thread of the master's, for as long as it lives. */
public final class Registry implements Runnable {
    private final Socket worker;

    private Registry(Socket worker) {
        this.worker = worker;
    }

    /**
     * Listens for workers until the process ends; ends the JVM with status 1 where the address cannot be had.
     *
     * @param args {@code --ip IP --port PORT …}
     */
    public static void main(String[] args) {
        String ip = Arguments.value(args, "--ip", "0.0.0.0");
        int port = Integer.parseInt(Arguments.value(args, "--port", "7077"));
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(ip, port));
            System.out.println("Starting the master at spark://" + ip + ":" + port);
            Report.send("master", "status", "0");
            while (!socket.isClosed()) {
                new Thread(new Registry(socket.accept()), "worker-connection").start();
            }
        } catch (IOException e) {
            System.err.println("The master cannot listen on [" + ip + ":" + port + "]: " + e.getMessage());
            System.exit(1);
        }
    }

    @Override
    public void run() {
        try (Socket connection = worker;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String hello = in.readLine();
            if (hello == null || !hello.startsWith("WORKER ")) {
                return;
            }
            String ip = hello.substring("WORKER ".length());
            connection.getOutputStream().write("REGISTERED\n".getBytes(StandardCharsets.UTF_8));
            System.out.println("Registering worker " + ip);
            Report.send("worker-registered", "ip", ip);
            while (in.readLine() != null) {
                // A worker says nothing more: the end of its stream is what is waited for.
            }
            System.out.println("Lost worker " + ip);
        } catch (IOException e) {
            System.out.println("Lost a worker: " + e.getMessage());
        }
    }
}
