package dev.nodestart.emulator.testing.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches the true answer and sends it on as the fault says. */
final class FaultyAnswer {

    private static final List<String> FORWARDED =
            List.of("accept", "authorization", "user-agent", "range", "if-none-match");
    private static final List<String> OWN = List.of("content-length", "transfer-encoding", "connection", ":status");
    private static final int SLICES_PER_SECOND = 10;

    private final InputStream in;
    private final OutputStream out;
    private final int upstreamPort;

    FaultyAnswer(Socket client, int upstreamPort) throws IOException {
        this.in = client.getInputStream();
        this.out = client.getOutputStream();
        this.upstreamPort = upstreamPort;
    }

    void give(FaultProxy.Request request, Optional<Fault> fault) throws IOException, InterruptedException {
        if (fault.isPresent() && fault.get() instanceof Fault.HangUp) {
            return;
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Answer answer) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            head(answer.status(), answer.headers(), String.valueOf(body.length));
            out.write(request.method().equals("HEAD") ? new byte[0] : body);
            out.flush();
            return;
        }
        HttpResponse<byte[]> answer = fetch(request);
        byte[] body = answer.body();
        boolean head = request.method().equals("HEAD");
        String length = head ? answer.headers().firstValue("content-length").orElse("0") : String.valueOf(body.length);
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                headers.put(name, values.get(0));
            }
        });
        head(answer.statusCode(), headers, length);
        if (!head) {
            body(body, fault);
        }
        out.flush();
    }

    private HttpResponse<byte[]> fetch(FaultProxy.Request request) throws IOException, InterruptedException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + upstreamPort + request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.noBody());
        FORWARDED.forEach(name ->
                Optional.ofNullable(request.headers().get(name)).ifPresent(value -> forwarded.header(name, value)));
        return HttpClient.newHttpClient().send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void head(int status, Map<String, String> headers, String length) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + reason(status) + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void body(byte[] body, Optional<Fault> fault) throws IOException, InterruptedException {
        if (fault.isEmpty()) {
            out.write(body);
        } else if (fault.get() instanceof Fault.CutAfter cut) {
            out.write(body, 0, Math.min(cut.bytes(), body.length));
        } else if (fault.get() instanceof Fault.StallAfter stall) {
            out.write(body, 0, Math.min(stall.bytes(), body.length));
            out.flush();
            // until the client gives up, or the proxy is closed
            in.transferTo(OutputStream.nullOutputStream());
        } else if (fault.get() instanceof Fault.Slow slow) {
            int slice = Math.max(1, slow.bytesPerSecond() / SLICES_PER_SECOND);
            for (int from = 0; from < body.length; from += slice) {
                out.write(body, from, Math.min(slice, body.length - from));
                out.flush();
                Thread.sleep(1000 / SLICES_PER_SECOND);
            }
        } else {
            byte[] changed = body.clone();
            changed[changed.length / 2] ^= 1;
            out.write(changed);
        }
    }

    /** Engines put the reason phrase into their error texts. */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 307 -> "Temporary Redirect";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status";
        };
    }
}
