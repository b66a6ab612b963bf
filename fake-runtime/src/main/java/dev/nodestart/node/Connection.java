package dev.nodestart.node;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads one client's requests until it goes. */
final class Connection implements Runnable {
    private final Socket socket;
    private final Map<String, Lane> lanes;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();

    Connection(Socket socket, Map<String, Lane> lanes) {
        this.socket = socket;
        this.lanes = lanes;
    }

    @Override
    public void run() {
        try (Socket client = socket) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            Answers answers = new Answers(new BufferedOutputStream(client.getOutputStream()));
            for (Optional<String[]> words = Frames.header(in); words.isPresent(); words = Frames.header(in)) {
                request(words.get(), in, answers);
            }
        } catch (IOException e) {
            System.err.println("A client's connection ended: " + e.getMessage());
        } finally {
            cancelAll();
        }
    }

    /** Nobody waits any more for what this client sent, and other clients' commands wait behind it. */
    private void cancelAll() {
        for (Sent command : sent.values()) {
            if (!command.cell.isEnded()) {
                command.lane.cancel(command.cell);
            }
        }
    }

    private void request(String[] words, InputStream in, Answers answers) throws IOException {
        if (words.length == 4 && words[0].equals("RUN")) {
            submit(words[1], words[2], new Cell(words[1], Frames.body(in, words[3]), answers));
        } else if (words.length == 2 && words[0].equals("CANCEL")) {
            Sent command = sent.get(words[1]);
            if (command != null) {
                command.lane.cancel(command.cell);
            }
        } else if (words.length == 2 && words[0].equals("PING")) {
            answers.line("PONG " + words[1]);
        } else if (words.length == 2 && words[0].equals("STATUS")) {
            Cell status = new Cell(words[1], new byte[0], answers);
            status.part("RESULT", status().getBytes(StandardCharsets.UTF_8));
            status.end("ok", 0);
        } else {
            throw new IOException("Cannot read the request [" + String.join(" ", words) + "].");
        }
    }

    private void submit(String id, String language, Cell cell) {
        sent.values().removeIf(command -> command.cell.isEnded());
        Lane lane = lanes.get(language);
        if (lane == null) {
            cell.fail("There is no session for the language [" + language
                    + "]; use one of [python, python-process, r, sh, jar].");
            return;
        }
        sent.put(id, new Sent(lane, cell));
        lane.submit(cell);
    }

    private String status() {
        StringBuilder status = new StringBuilder("java=" + System.getProperty("java.version"));
        lanes.forEach((language, lane) ->
                status.append('\n').append(language).append('=').append(lane.isAlive() ? "running" : "none"));
        return status.toString();
    }

    private static final class Sent {
        private final Lane lane;
        private final Cell cell;

        private Sent(Lane lane, Cell cell) {
            this.lane = lane;
            this.cell = cell;
        }
    }
}
