package dev.nodestart.emulator.registry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * HTTP within one time limit for everything.
 *
 * <p>jib's own client is not used: it repeats a refused or unknown host ten times over a minute, and that cannot be
 * turned off. Redirects are followed by hand, so that credentials never go to another host.
 */
final class RegistryHttp {

    private static final int MOST_REDIRECTS = 5;

    private final HttpClient client;
    private final LongSupplier nanoTime;
    private final long end;

    RegistryHttp(HttpClient client, Duration limit, LongSupplier nanoTime) {
        this.client = client;
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + limit.toNanos();
    }

    HttpAnswer get(URI uri, String accept, Optional<String> authorization) throws PullException {
        URI target = uri;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(target).header("Accept", accept);
            if (sameOrigin(uri, target)) {
                authorization.ifPresent(value -> request.header("Authorization", value));
            }
            HttpAnswer answer = send(request.build());
            Optional<String> location = answer.header("Location");
            if (answer.status() / 100 != 3 || location.isEmpty()) {
                return answer;
            }
            target = resolve(target, location.get());
        }
        throw new PullException(PullFailureKind.UNKNOWN, "more than " + MOST_REDIRECTS + " redirects from " + uri);
    }

    HttpAnswer postForm(URI uri, String form) throws PullException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpAnswer send(HttpRequest request) throws PullException {
        long left = end - nanoTime.getAsLong();
        if (left <= 0) {
            throw new PullException(PullFailureKind.STALLED, "no time left for " + request.uri());
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = answer.get(left, TimeUnit.NANOSECONDS);
            return new HttpAnswer(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException exception) {
            answer.cancel(true);
            throw new PullException(
                    PullFailureKind.STALLED,
                    "no complete answer to " + request.uri().getPath() + " within "
                            + TimeUnit.NANOSECONDS.toMillis(left) + " ms");
        } catch (ExecutionException exception) {
            throw NetworkErrors.classify(exception.getCause() == null ? exception : exception.getCause());
        } catch (InterruptedException exception) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new PullException(PullFailureKind.NETWORK_OTHER, "interrupted");
        }
    }

    private static URI resolve(URI base, String location) throws PullException {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException exception) {
            throw new PullException(PullFailureKind.UNKNOWN, "redirect to an unreadable address");
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && String.valueOf(one.getAuthority()).equals(String.valueOf(other.getAuthority()));
    }
}
