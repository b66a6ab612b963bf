package dev.nodestart.emulator.registry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Proxies by the variables {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, as Docker's tools read them. */
final class EnvironmentProxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Map<String, String> environment;

    private EnvironmentProxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static EnvironmentProxies of(Map<String, String> environment) {
        return new EnvironmentProxies(environment);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || isExempt(host)) {
            return DIRECT;
        }
        return variable("https".equals(uri.getScheme()) ? "https_proxy" : "http_proxy")
                .flatMap(EnvironmentProxies::address)
                .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
                .orElse(DIRECT);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}

    private boolean isExempt(String host) {
        return Stream.of(variable("no_proxy").orElse("").split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*") || matches(host, entry));
    }

    private static boolean matches(String host, String entry) {
        String domain = entry.replaceFirst("^\\*?\\.", "");
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private static Optional<InetSocketAddress> address(String value) {
        try {
            URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
            return Optional.ofNullable(proxy.getHost())
                    .map(host -> InetSocketAddress.createUnresolved(host, proxy.getPort() < 0 ? 80 : proxy.getPort()));
        } catch (IllegalArgumentException exception) {
            return Optional.empty();
        }
    }
}
