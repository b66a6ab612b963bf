package dev.nodestart.emulator.testing.registry;

import java.util.Map;

/** What a {@link FaultProxy} does to an answer. */
public sealed interface Fault {

    /** Answers by itself, without asking the registry. */
    record Answer(int status, Map<String, String> headers, String body) implements Fault {}

    /** Sends that many bytes of the body, then nothing more, with the connection left open. */
    record StallAfter(int bytes) implements Fault {}

    /** Sends that many bytes of the body, then closes the connection. */
    record CutAfter(int bytes) implements Fault {}

    /** Sends the body at that rate. */
    record Slow(int bytesPerSecond) implements Fault {}

    /** Changes one byte in the middle of the body. */
    record Corrupt() implements Fault {}

    /** Closes the connection before any answer. */
    record HangUp() implements Fault {}

    /** An answer with a registry's error document, such as {@code toomanyrequests}. */
    static Fault status(int status, String code, String message) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json"),
                "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}".formatted(code, message));
    }

    /** An answer that asks to come again later. */
    static Fault rateLimit(int retryAfterSeconds) {
        return new Answer(
                429,
                Map.of("Content-Type", "application/json", "Retry-After", String.valueOf(retryAfterSeconds)),
                "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"You have reached your pull rate limit.\"}]}");
    }
}
