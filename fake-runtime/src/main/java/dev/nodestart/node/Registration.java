package dev.nodestart.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A worker's registration with the master, held until one of them ends. */
public final class Registration {
    private static final long LIMIT_SECONDS = 120;
    private static final int CONNECT_MILLIS = 5_000;
    private static final long MAX_PAUSE_MILLIS = 100;

    private Registration() {}

    /**
     * Registers and stays; ends the JVM with status 1 where the master is not reached within two minutes.
     *
     * @param args {@code --host IP … spark://IP:PORT}
     */
    public static void main(String[] args) {
        String master = Arguments.master(args).orElse("localhost:7077");
        String ip = Arguments.value(args, "--host", "");
        Report.send("worker", "status", "0");
        try (Socket socket = connect(master)) {
            socket.getOutputStream().write(("WORKER " + ip + "\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println("The master says: " + line);
            }
            System.err.println("The master at [" + master + "] is gone.");
        } catch (IOException | InterruptedException e) {
            System.err.println("The worker cannot reach the master at [" + master + "]: " + e.getMessage());
        }
        System.exit(1);
    }

    /** Nodes start side by side, so the master may not listen yet: nothing but trying again can tell. */
    private static Socket connect(String master) throws IOException, InterruptedException {
        int colon = master.lastIndexOf(':');
        String host = master.substring(0, colon);
        int port = Integer.parseInt(master.substring(colon + 1));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        for (long pause = 10; ; pause = Math.min(MAX_PAUSE_MILLIS, pause * 2)) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(pause);
            }
        }
    }
}
