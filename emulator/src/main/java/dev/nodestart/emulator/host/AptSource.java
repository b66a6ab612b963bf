package dev.nodestart.emulator.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of a machine's package sources.
 *
 * @param uri where the packages are
 * @param suite such as {@code bookworm-updates}
 * @param components such as {@code main}
 * @param signedBy keyring that the source is checked with, empty for the machine's trusted keys
 * @param trusted whether the machine takes its packages unchecked
 */
record AptSource(String uri, String suite, List<String> components, Optional<Path> signedBy, boolean trusted) {

    private static final Pattern DEBIAN_SUITE = Pattern.compile(
            "(?:bullseye|bookworm|trixie|forky|duke|oldstable|stable|testing|unstable|sid)(-updates|-security)?");

    /** Returns this source for another release of Debian; empty where it is not one of Debian's own shape. */
    Optional<AptSource> forRelease(String release) {
        Matcher matcher = DEBIAN_SUITE.matcher(suite);
        if (!matcher.matches() || !components.contains("main")) {
            return Optional.empty();
        }
        String part = matcher.group(1) == null ? "" : matcher.group(1);
        return Optional.of(new AptSource(uri, release + part, List.of("main"), signedBy, trusted));
    }

    /** Returns the source as a stanza of a {@code .sources} file. */
    String stanza(Optional<Path> keyring) {
        StringBuilder text = new StringBuilder("Types: deb\nURIs: %s\nSuites: %s\nComponents: %s\n"
                .formatted(uri, suite, String.join(" ", components)));
        keyring.ifPresent(path -> text.append("Signed-By: ").append(path).append('\n'));
        if (trusted) {
            text.append("Trusted: yes\n");
        }
        return text.append('\n').toString();
    }
}
