package dev.nodestart.emulator.engine;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A two-way connection to a process in a container. One thread reads, any thread writes. */
public final class Attachment implements Closeable {
    private final Response response;
    private final AttachInput input;
    private final boolean terminal;

    Attachment(Response response, AttachInput input) {
        this(response, input, false);
    }

    /** A process with a terminal has one stream, without frames. */
    Attachment(Response response, AttachInput input, boolean terminal) {
        this.response = response;
        this.input = input;
        this.terminal = terminal;
    }

    /** Writes to the process's standard input, at once. */
    public void send(String text) {
        input.send(text);
    }

    /** Writes to the process's standard input, at once. */
    public void send(byte[] bytes) {
        input.send(bytes);
    }

    /** Ends the process's standard input. */
    public void endInput() {
        input.end();
    }

    /**
     * Reads until the process ends or the connection is closed.
     *
     * @param sink is given every piece in the order in which it came
     * @return whether the engine ended the stream in good order, rather than the connection breaking
     */
    public boolean readTo(Sink sink) {
        return terminal ? readPlain(sink) : readFrames(sink);
    }

    private boolean readPlain(Sink sink) {
        try (InputStream body = response.getBody()) {
            byte[] buffer = new byte[8192];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                sink.accept(false, Arrays.copyOf(buffer, count));
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean readFrames(Sink sink) {
        try (DataInputStream frames = new DataInputStream(response.getBody())) {
            while (true) {
                int stream = frames.read();
                if (stream < 0) {
                    return true;
                }
                frames.skipNBytes(3);
                byte[] bytes = new byte[frames.readInt()];
                frames.readFully(bytes);
                sink.accept(stream == 2, bytes);
            }
        } catch (EOFException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        input.end();
        response.close();
    }

    /** Takes output. */
    public interface Sink {
        /** Takes one piece of standard output, or of standard error. */
        void accept(boolean error, byte[] bytes);
    }
}
