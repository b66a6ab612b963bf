package dev.nodestart.emulator.testing.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The head of an HTTP/1.1 request. */
final class HttpText {

    private HttpText() {}

    static Optional<FaultProxy.Request> readRequest(InputStream in) throws IOException {
        String[] lines = readHead(in).split("\r\n");
        String[] start = lines[0].split(" ");
        // a TLS greeting ends here too
        if (start.length != 3) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (int number = 1; number < lines.length; number++) {
            int colon = lines[number].indexOf(':');
            if (colon > 0) {
                // Docker sends one Accept line for each type
                headers.merge(
                        lines[number].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[number].substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
        }
        return Optional.of(new FaultProxy.Request(start[0], start[1], headers));
    }

    static boolean isTlsGreeting(int firstByte) {
        return firstByte == 0x16;
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (head.size() == 1 && isTlsGreeting(next)) {
                return "";
            }
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
