package dev.nodestart.emulator.registry;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells the exceptions of Java's network stack apart. */
final class NetworkErrors {

    private NetworkErrors() {}

    static PullException classify(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Optional<PullFailureKind> kind = kindOf(cause);
            if (kind.isPresent()) {
                return new PullException(kind.get(), describe(cause));
            }
        }
        return new PullException(PullFailureKind.NETWORK_OTHER, describe(error));
    }

    private static Optional<PullFailureKind> kindOf(Throwable cause) {
        String text = lower(cause.getMessage());
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return Optional.of(PullFailureKind.NO_SUCH_HOST);
        }
        if (cause instanceof SSLException) {
            return Optional.of(ofTls(text));
        }
        // Java 17 gives a refusal without a word, and names every other reason
        if (cause instanceof ConnectException && (text.isEmpty() || text.contains("refused"))) {
            return Optional.of(isUnresolved(cause) ? PullFailureKind.NO_SUCH_HOST : PullFailureKind.CONNECTION_REFUSED);
        }
        if (cause instanceof HttpTimeoutException) {
            return Optional.of(text.contains("connect") ? PullFailureKind.NETWORK_OTHER : PullFailureKind.STALLED);
        }
        boolean cut = cause instanceof EOFException
                || text.contains("eof")
                || text.contains("received no bytes")
                || text.contains("fixed content-length")
                || text.contains("chunked transfer encoding")
                || text.equals("closed");
        return cut ? Optional.of(PullFailureKind.TRUNCATED) : Optional.empty();
    }

    private static boolean isUnresolved(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static PullFailureKind ofTls(String text) {
        if (text.contains("unsupported or unrecognized ssl message") || text.contains("plaintext connection")) {
            return PullFailureKind.NOT_HTTPS;
        }
        return text.contains("terminated the handshake") ? PullFailureKind.NETWORK_OTHER : PullFailureKind.BAD_TLS;
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static String lower(@Nullable String message) {
        return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }
}
