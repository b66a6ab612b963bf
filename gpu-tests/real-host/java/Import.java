import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code docker import} for a host without a docker command: SOCKET ping, or SOCKET import TAR NAME [CHANGE]. */
final class Import {
    private static final int PIECE = 1 << 20;

    private Import() {}

    public static void main(String[] arguments) throws IOException {
        boolean done = arguments[1].equals("ping")
                ? ok(call(arguments[0], "GET /_ping", null))
                : imported(arguments);
        System.exit(done ? 0 : 1);
    }

    private static boolean imported(String[] arguments) throws IOException {
        String name = arguments[3];
        int colon = name.lastIndexOf(':');
        String path = "/images/create?fromSrc=-&repo=" + encoded(name.substring(0, colon)) + "&tag="
                + encoded(name.substring(colon + 1));
        if (arguments.length > 4) {
            path += "&changes=" + encoded(arguments[4]);
        }
        String answer = call(arguments[0], "POST " + path, Path.of(arguments[2]));
        boolean good = ok(answer) && !answer.contains("\"error\"");
        if (!good) {
            System.err.println(answer);
        }
        return good;
    }

    private static boolean ok(String answer) {
        return answer.startsWith("HTTP/1.1 200");
    }

    private static String call(String socket, String request, Path body) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            FileChannel file = body == null ? null : FileChannel.open(body, StandardOpenOption.READ);
            try (file) {
                long length = file == null ? 0 : file.size();
                write(
                        channel,
                        (request + " HTTP/1.1\r\nHost: engine\r\nConnection: close\r\nContent-Type: application/x-tar\r\n"
                                        + "Content-Length: " + length + "\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                for (long sent = 0; sent < length; ) {
                    sent += file.transferTo(sent, Math.min(PIECE, length - sent), channel);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return answer(channel);
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        StringBuilder answer = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        while (channel.read(buffer) >= 0) {
            answer.append(StandardCharsets.UTF_8.decode(buffer.flip()));
            buffer.clear();
        }
        return answer.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
