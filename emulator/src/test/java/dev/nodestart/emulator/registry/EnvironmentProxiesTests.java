package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxiesTests {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "HTTPS_PROXY", "http://user:pw@proxy.example:3128/", "NO_PROXY", "corp.example, .inner.example,10.0.0.1");

    @Test
    void selectWhenProxyIsSetGoesThroughIt() {
        assertThat(select(ENVIRONMENT, "https://ghcr.io/v2/")).isEqualTo("HTTP @ proxy.example/<unresolved>:3128");
        assertThat(select(Map.of("https_proxy", "proxy.example"), "https://ghcr.io/"))
                .isEqualTo("HTTP @ proxy.example/<unresolved>:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ghcr.io/",
                "https://corp.example/",
                "https://a.corp.example/",
                "https://b.inner.example:5000/",
                "https://10.0.0.1:5000/",
                "https://127.0.0.1:5000/",
                "https://localhost/"
            })
    void selectWhenExemptGoesStraight(String uri) {
        assertThat(EnvironmentProxies.of(ENVIRONMENT).select(URI.create(uri))).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void selectWhenNothingIsSetOrReadableGoesStraight() {
        assertThat(EnvironmentProxies.of(Map.of()).select(URI.create("https://ghcr.io/")))
                .containsExactly(Proxy.NO_PROXY);
        assertThat(EnvironmentProxies.of(Map.of("HTTPS_PROXY", "://")).select(URI.create("https://ghcr.io/")))
                .containsExactly(Proxy.NO_PROXY);
    }

    private static String select(Map<String, String> environment, String uri) {
        return EnvironmentProxies.of(environment).select(URI.create(uri)).get(0).toString();
    }
}
