package dev.nodestart.emulator.engine;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.FilterInputStream;

/** The body of an answer; closing it gives the connection back. */
final class ResponseStream extends FilterInputStream {
    private final Response response;

    ResponseStream(Response response) {
        super(response.getBody());
        this.response = response;
    }

    @Override
    public void close() {
        response.close();
    }
}
