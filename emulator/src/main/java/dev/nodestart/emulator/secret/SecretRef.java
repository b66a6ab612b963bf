package dev.nodestart.emulator.secret;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a secret; names differ by more than case.
 *
 * @param scope the secret scope, in lower case
 * @param key the key in it, in lower case
 */
record SecretRef(String scope, String key) {
    static final Pattern REFERENCE = Pattern.compile("\\{\\{secrets/([\\w@.-]+)/([\\w@.-]+)}}");
    private static final Pattern NAME = Pattern.compile("([\\w@.-]+)/([\\w@.-]+)");

    SecretRef {
        scope = scope.toLowerCase(Locale.ROOT);
        key = key.toLowerCase(Locale.ROOT);
    }

    /** Reads {@code scope/key}. */
    static Optional<SecretRef> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
    }

    static SecretRef of(Matcher matcher) {
        return new SecretRef(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return scope + "/" + key;
    }
}
