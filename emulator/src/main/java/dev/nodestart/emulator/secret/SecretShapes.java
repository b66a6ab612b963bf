package dev.nodestart.emulator.secret;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what looks like a secret in a text of which no secret is known: tokens of well-known makes, passwords in
 * addresses, and values whose name says what they are. Unlike {@link SecretMask} it can be wrong both ways.
 */
public final class SecretShapes {
    /** A name that says so as a word of its own: {@code tokenize-rt} is a package. */
    private static final String NAME = "(?:password|passwd|passphrase|pwd|secret|token|credential|api[_-]?key"
            + "|access[_-]?key|account[_-]?key|private[_-]?key|basic[_-]?auth)s?(?:[_.-][\\w.-]*)?(?![A-Za-z0-9])";

    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\w+)+");

    /** Each with the part to hide as its last group. */
    private static final List<Pattern> SHAPES = List.of(
            // personal access tokens, Azure's end in -2; and what other platforms hand out
            Pattern.compile("\\b(dapi[0-9a-f]{16,}(?:-\\d+)?|dkea[0-9a-f]{16,}|dose[0-9a-f]{16,})"),
            Pattern.compile(
                    "\\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\\w{20,}|glpat-[\\w-]{16,}|xox[abprs]-[\\w-]{10,})"),
            Pattern.compile("\\b(hf_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{30,}|pypi-[\\w-]{20,})"),
            Pattern.compile("\\b((?:AKIA|ASIA)[0-9A-Z]{16})\\b"),
            // JSON web tokens, with or without their signature
            Pattern.compile("\\b(eyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]*)?)"),
            Pattern.compile("(?i)\\b(?:bearer|basic)\\s+(?=\\S{0,64}[0-9=])([A-Za-z0-9+/._~=-]{8,})"),
            Pattern.compile("://[^\\s/:@'\"]*:([^\\s/@'\"]{1,256})@"),
            Pattern.compile(
                    "(?i)[?&;](?:sig|signature|x-amz-signature|x-amz-security-token|x-amz-credential)=([^\\s&'\"]+)"),
            Pattern.compile(
                    "(?i)" + NAME + "[\"']?\\s*(?:=>|[=:])\\s*\\\\?[\"']((?:[^\"'\\\\]++|\\\\.){1,512})[\"'\\\\]"),
            Pattern.compile("(?i)" + NAME + "[\"']?\\s*(?:=>|[=:])\\s*([^\\s\"',;&)}\\]\\[]{1,4096})"),
            Pattern.compile("(?i)(?:^|\\s)--?[\\w.-]{0,64}" + NAME + "\\s+([^\\s\"'-][^\\s\"']*)"));

    private static final Pattern NAMED = Pattern.compile("(?i)[\\w.-]*" + NAME);
    private static final String KEY_BEGINS = "-----BEGIN ";
    private static final String KEY = "PRIVATE KEY";
    private static final List<String> HARMLESS =
            List.of("null", "none", "true", "false", "is", "not", "was", "[redacted]");

    private boolean inKey;

    /** Makes one for one text, whose lines are given one after the other: a key goes over many. */
    public SecretShapes() {}

    /** A line, without what looks like a secret. */
    public String mask(String line) {
        if (inKey || (line.contains(KEY_BEGINS) && line.contains(KEY))) {
            int end = line.indexOf("-----END ");
            int begin = inKey ? 0 : line.indexOf(KEY_BEGINS);
            inKey = end < 0;
            return line.substring(0, begin) + SecretMask.REDACTED + (end < 0 ? "" : line.substring(end));
        }
        String masked = line;
        for (Pattern shape : SHAPES) {
            masked = hide(masked, shape);
        }
        return masked;
    }

    /** Whether the lines given last are inside a key, so that the next one must be given too. */
    public boolean isInKey() {
        return inKey;
    }

    /** Whether the value of a field of this name is a secret. */
    public static boolean isSecretName(String name) {
        return NAMED.matcher(name).matches();
    }

    private static String hide(String line, Pattern shape) {
        Matcher matcher = shape.matcher(line);
        StringBuilder masked = new StringBuilder();
        int at = 0;
        while (matcher.find()) {
            int from = matcher.start(matcher.groupCount());
            int to = matcher.end(matcher.groupCount());
            if (isHarmless(line.substring(from, to))) {
                continue;
            }
            masked.append(line, at, from).append(SecretMask.REDACTED);
            at = to;
        }
        return at == 0 ? line : masked.append(line, at, line.length()).toString();
    }

    /** Whether a value is none, whatever its name says: a reference to one, a version, a word of a language. */
    static boolean isHarmless(String value) {
        return value.startsWith("{{secrets/")
                || value.startsWith("[REDACTED")
                || value.equals("***")
                || VERSION.matcher(value).matches()
                || HARMLESS.contains(value.toLowerCase(Locale.ROOT));
    }
}
