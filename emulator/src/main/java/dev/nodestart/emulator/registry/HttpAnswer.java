package dev.nodestart.emulator.registry;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A registry's answer, read to its end. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpAnswer(int status, HttpHeaders headers, byte[] body) {

    private static final int LONGEST_DETAIL = 300;

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The answer as a failure; only for statuses other than 200. */
    PullException toException() {
        PullFailureKind kind = switch (status) {
            case 401 -> PullFailureKind.UNAUTHORIZED;
            case 403 -> PullFailureKind.FORBIDDEN;
            case 404 -> PullFailureKind.NOT_FOUND;
            case 429 -> PullFailureKind.RATE_LIMITED;
            default -> status >= 500 ? PullFailureKind.SERVER_ERROR : PullFailureKind.UNKNOWN;
        };
        String text = text().strip();
        String said = text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) + "…" : text;
        return new PullException(kind, ("HTTP " + status + " " + said).strip(), retryAfter());
    }

    private Optional<Duration> retryAfter() {
        // a date is allowed too, and no registry is known to send one
        return header("Retry-After")
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
