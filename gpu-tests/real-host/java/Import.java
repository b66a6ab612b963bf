import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docker import} for a host without a docker command: SOCKET ping, SOCKET import TAR NAME, or
 * SOCKET derive IMAGE NAME INSTRUCTION. */
final class Import {
    private static final int PIECE = 1 << 20;
    private static final FileChannel NOTHING = null;
    private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9a-f]+)\"");

    private Import() {}

    public static void main(String[] arguments) throws IOException {
        boolean done = switch (arguments[1]) {
            case "ping" -> ok(call(arguments[0], "GET /_ping", NOTHING));
            case "import" -> imported(arguments[0], Path.of(arguments[2]), arguments[3]);
            case "derive" -> derived(arguments[0], arguments[2], arguments[3], arguments[4]);
            default -> throw new IllegalArgumentException(arguments[1]);
        };
        System.exit(done ? 0 : 1);
    }

    private static boolean imported(String socket, Path tar, String name) throws IOException {
        return told(call(socket, "POST /images/create?fromSrc=-&" + named(name), FileChannel.open(tar)));
    }

    /** The same image with one more instruction, by way of a container that never runs. */
    private static boolean derived(String socket, String from, String name, String change) throws IOException {
        Path body = Files.writeString(Files.createTempFile("create", ".json"), "{\"Image\":\"" + from + "\",\"Cmd\":[\"true\"]}");
        Matcher id = ID.matcher(call(socket, "POST /containers/create", FileChannel.open(body)));
        if (!id.find()) {
            return false;
        }
        boolean good = told(call(
                socket,
                "POST /commit?container=" + id.group(1) + "&" + named(name) + "&changes=" + encoded(change),
                NOTHING));
        call(socket, "DELETE /containers/" + id.group(1), NOTHING);
        return good;
    }

    private static String named(String name) {
        int colon = name.lastIndexOf(':');
        return "repo=" + encoded(name.substring(0, colon)) + "&tag=" + encoded(name.substring(colon + 1));
    }

    /** Says on standard error what the engine refused. */
    private static boolean told(String answer) {
        boolean good = ok(answer) && !answer.contains("\"error\"");
        if (!good) {
            System.err.println(answer);
        }
        return good;
    }

    private static boolean ok(String answer) {
        return answer.matches("(?s)HTTP/1\\.1 20[0-9].*");
    }

    private static String call(String socket, String request, FileChannel body) throws IOException {
        try (body;
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            long length = body == NOTHING ? 0 : body.size();
            String type = request.contains("fromSrc") ? "application/x-tar" : "application/json";
            write(
                    channel,
                    (request + " HTTP/1.1\r\nHost: engine\r\nConnection: close\r\nContent-Type: " + type
                                    + "\r\nContent-Length: " + length + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            try {
                for (long sent = 0; sent < length; ) {
                    sent += body.transferTo(sent, Math.min(PIECE, length - sent), channel);
                }
            } catch (IOException refused) {
                // the engine has said why
                System.err.println("The engine broke off: " + refused.getMessage());
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
