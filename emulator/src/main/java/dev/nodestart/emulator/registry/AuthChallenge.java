package dev.nodestart.emulator.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a registry wants to be shown credentials (its {@code WWW-Authenticate} header).
 *
 * @param bearer whether it wants a token of its token service, else basic authentication
 * @param parameters such as {@code realm}, {@code service}, {@code scope}, names in lower case
 */
record AuthChallenge(boolean bearer, Map<String, String> parameters) {

    private static final Pattern SCHEME = Pattern.compile("^\\s*(basic|bearer)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,]+))");

    /** The strongest of the offered ways; empty where none is known here. */
    static Optional<AuthChallenge> parse(List<String> headers) {
        Optional<AuthChallenge> basic = Optional.empty();
        for (String header : headers) {
            Matcher scheme = SCHEME.matcher(header);
            if (!scheme.find()) {
                continue;
            }
            AuthChallenge challenge = new AuthChallenge(
                    scheme.group(1).equalsIgnoreCase("bearer"), parametersOf(header.substring(scheme.end())));
            if (challenge.bearer && challenge.parameters.containsKey("realm")) {
                return Optional.of(challenge);
            }
            basic = challenge.bearer ? basic : Optional.of(challenge);
        }
        return basic;
    }

    private static Map<String, String> parametersOf(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), quoted == null ? matcher.group(3) : quoted);
        }
        return parameters;
    }
}
