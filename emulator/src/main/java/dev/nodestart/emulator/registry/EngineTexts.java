package dev.nodestart.emulator.registry;

import static dev.nodestart.emulator.registry.PullFailureKind.BAD_TLS;
import static dev.nodestart.emulator.registry.PullFailureKind.CONNECTION_REFUSED;
import static dev.nodestart.emulator.registry.PullFailureKind.FORBIDDEN;
import static dev.nodestart.emulator.registry.PullFailureKind.INVALID_REFERENCE;
import static dev.nodestart.emulator.registry.PullFailureKind.NETWORK_OTHER;
import static dev.nodestart.emulator.registry.PullFailureKind.NOT_AN_IMAGE;
import static dev.nodestart.emulator.registry.PullFailureKind.NOT_FOUND;
import static dev.nodestart.emulator.registry.PullFailureKind.NOT_HTTPS;
import static dev.nodestart.emulator.registry.PullFailureKind.NO_SPACE;
import static dev.nodestart.emulator.registry.PullFailureKind.NO_SUCH_HOST;
import static dev.nodestart.emulator.registry.PullFailureKind.RATE_LIMITED;
import static dev.nodestart.emulator.registry.PullFailureKind.SERVER_ERROR;
import static dev.nodestart.emulator.registry.PullFailureKind.STALLED;
import static dev.nodestart.emulator.registry.PullFailureKind.TRUNCATED;
import static dev.nodestart.emulator.registry.PullFailureKind.UNAUTHORIZED;
import static dev.nodestart.emulator.registry.PullFailureKind.UNKNOWN;
import static dev.nodestart.emulator.registry.PullFailureKind.WRONG_ARCHITECTURE;
import static dev.nodestart.emulator.registry.PullFailureKind.WRONG_OS;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The error texts of engines, told apart. They are no interface: each rule is held by a text that an engine really gave
 * (test resource {@code engine-texts.tsv}). The first rule that matches wins.
 */
final class EngineTexts {

    private record Rule(Pattern text, PullFailureKind kind) {}

    private static final List<Rule> RULES = List.of(
            rule(NO_SPACE, "no space left on device|disk quota exceeded|not enough space"),
            rule(RATE_LIMITED, "toomanyrequests|too many requests|rate limit|status:? 429|http 429 response"),
            rule(
                    WRONG_ARCHITECTURE,
                    "no matching manifest for|no match for platform in manifest"
                            + "|no image found in (manifest list|image index) for architecture"),
            rule(
                    WRONG_OS,
                    "operating system is not supported|operating system \"\\w+\" cannot be used"
                            + "|no matching manifest for windows"),
            rule(
                    NOT_AN_IMAGE,
                    "unsupported media ?type|unsupported image-specific operation|not implemented, media type|expected image config"
                            + "|encountered remote .* when fetching|unsupported manifest|not yet supported by the engine"
                            + "|schema 1 support has been removed|no longer supported since containerd"),
            rule(
                    INVALID_REFERENCE,
                    "invalid reference format|invalid tag format|repository name must be"
                            + "|could not parse image reference"),
            rule(NOT_HTTPS, "server gave http response to https client"),
            rule(BAD_TLS, "x509:|tls: (?!.*timeout)|certificate (is not|has|signed|verify)|remote error: tls"),
            rule(NO_SUCH_HOST, "no such host|name or service not known"),
            rule(CONNECTION_REFUSED, "connection refused"),
            rule(
                    TRUNCATED,
                    "unexpected eof|filesystem layer verification failed|digest mismatch|does not match digest"
                            + "|digest did not match|unexpected commit (digest|size)|failed size validation|short read"
                            + "|error (pulling|reading) .*: eof|httpreadseeker: failed open.*eof|\\beof$"
                            + "|(manifest|config) verification failed|unexpected end of json input"),
            rule(NETWORK_OTHER, "dial tcp.*i/o timeout|waiting for connection"),
            rule(
                    STALLED,
                    "i/o timeout|tls handshake timeout|context deadline exceeded|client\\.timeout|request canceled"
                            + "|awaiting headers|operation timed out|connection timed out"),
            rule(
                    FORBIDDEN,
                    "403 forbidden|http 403 response|\\b403 \\(forbidden|status:? 403|pull access denied|requested access to the resource is denied"
                            + "|\\bdenied:|insufficient_scope|access forbidden"),
            rule(
                    UNAUTHORIZED,
                    "unauthorized|no basic auth credentials|authentication required|status:? 401|http 401 response"
                            + "|incorrect username or password|invalid username/password"),
            rule(
                    NOT_FOUND,
                    "manifest unknown|manifest for .* not found|name unknown|not found: manifest|repository .* not found"
                            + "|: not found$|404 not found|status:? 404|http 404 response|\\b404 \\(not found|unknown blob|blob unknown|does not exist for tag or digest"),
            rule(
                    SERVER_ERROR,
                    "50\\d (internal server error|not implemented|bad gateway|service unavailable"
                            + "|gateway time-?out)|status(?: code)?:? ?50\\d|received unexpected http status: 5\\d\\d"
                            + "|internal server error|service unavailable|bad gateway|gateway time-?out"),
            rule(
                    NETWORK_OTHER,
                    "connection reset|broken pipe|no route to host|network is unreachable|server misbehaving"
                            + "|temporary failure in name resolution|proxyconnect|dial tcp|read tcp|write tcp"));

    private EngineTexts() {}

    static PullFailureKind classify(int status, String message) {
        String text = message.strip();
        for (Rule rule : RULES) {
            if (rule.text.matcher(text).find()) {
                return rule.kind;
            }
        }
        // the engine's own 5xx says that the pull failed, not that the registry did
        return status == 404 ? NOT_FOUND : UNKNOWN;
    }

    private static Rule rule(PullFailureKind kind, String regex) {
        return new Rule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), kind);
    }
}
