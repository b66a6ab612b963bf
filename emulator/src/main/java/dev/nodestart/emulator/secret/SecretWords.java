package dev.nodestart.emulator.secret;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells literal secrets from everything that only looks like one, and hides them. */
public final class SecretWords {

    /** What stands in place of a secret. */
    public static final String HIDDEN = "[hidden]";

    private static final Pattern NAME = Pattern.compile(
            "(?:.*[_-])?(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|APIKEY|CREDENTIALS|PAT"
                    + "|(?:API|ACCESS|SECRET|PRIVATE|ACCOUNT|AUTH|ENCRYPTION|SIGNING)[_-]?KEY)",
            Pattern.CASE_INSENSITIVE);

    /** Forms that are secrets wherever they stand: keys of AWS, GitHub, GitLab, Slack, Databricks, and PEM. */
    private static final Pattern FORM = Pattern.compile("\\b(?:AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[0-9A-Z]{16}\\b"
            + "|\\bgh[pousr]_[A-Za-z0-9]{36}"
            + "|\\bgithub_pat_[A-Za-z0-9_]{40,}"
            + "|\\bglpat-[A-Za-z0-9_-]{20,}"
            + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}"
            + "|\\bdapi[0-9a-f]{32}\\b"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY-----");

    /** A URL that carries a password, or a long user name that is a token. */
    private static final Pattern URL =
            Pattern.compile("\\b([a-zA-Z][a-zA-Z0-9+.-]*://)(?:[^/\\s:@'\"$<{]*:[^/\\s@'\"$<{]+|[A-Za-z0-9_-]{20,})@");

    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?<![A-Za-z0-9_$-])(--?)?([A-Za-z_][A-Za-z0-9_-]*)(?:=|(?<=--[A-Za-z-]{1,40}) )(\"[^\"]*\"|'[^']*'|[^\\s;&|)]+)");

    private SecretWords() {}

    /** Whether a variable holds a secret: by its name and a value that is one, or by the value's form. */
    public static boolean isSecret(String name, String value) {
        return (NAME.matcher(name).matches() && isLiteral(value)) || hasSecretForm(value);
    }

    /** Whether a text contains a key or a URL with a password, or did before it was hidden. */
    public static boolean hasSecretForm(String text) {
        return text.contains(HIDDEN)
                || FORM.matcher(text).find()
                || URL.matcher(text).find();
    }

    /** The names that a command line gives a secret to, such as {@code NPM_TOKEN} or {@code --password}. */
    public static List<String> assigned(String command) {
        return ASSIGNMENT
                .matcher(command)
                .results()
                .filter(match -> isSecretAssignment(match.group(2), match.group(3)))
                .map(match -> (match.group(1) == null ? "" : match.group(1)) + match.group(2))
                .distinct()
                .toList();
    }

    /** The value of a variable, or what stands in its place where it is a secret. */
    public static String hidden(String name, String value) {
        return NAME.matcher(name).matches() && isLiteral(value) ? HIDDEN : hidden(value);
    }

    /** The text without the secrets in it. */
    public static String hidden(String text) {
        Matcher assignments = ASSIGNMENT.matcher(text);
        StringBuilder shown = new StringBuilder();
        while (assignments.find()) {
            String all = assignments.group();
            boolean secret = isSecretAssignment(assignments.group(2), assignments.group(3));
            String kept = all.substring(0, all.length() - assignments.group(3).length());
            assignments.appendReplacement(shown, Matcher.quoteReplacement(secret ? kept + HIDDEN : all));
        }
        assignments.appendTail(shown);
        String urls = URL.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN) + "@");
        return FORM.matcher(urls).replaceAll(Matcher.quoteReplacement(HIDDEN));
    }

    private static boolean isSecretAssignment(String name, String value) {
        return NAME.matcher(name).matches() && isLiteral(unquoted(value));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Not empty, a path, a number, a switch, a reference to a variable or secret, or a blank to fill in. */
    private static boolean isLiteral(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        return text.length() >= 4
                && !text.matches(
                        "[$`</~.%{(].*|file:.*|\\d{1,6}|true|false|none|null|xxx+|\\*+|change_?me|your[-_ ].*|secret,.*");
    }
}
