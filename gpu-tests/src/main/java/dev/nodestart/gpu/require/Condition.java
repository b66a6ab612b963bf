package dev.nodestart.gpu.require;

import dev.nodestart.gpu.data.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition of a requirement, such as {@code cuda>=12.8}.
 *
 * @param name {@code cuda}, {@code driver}, {@code arch} or {@code brand}
 * @param operator {@code =}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param value what it is compared with
 */
record Condition(String name, String operator, String value) {
    /** gpu.md §2.5. */
    private static final Pattern FORM = Pattern.compile("(cuda|driver|arch|brand)(!=|<=|>=|=|<|>)([^=<>!]+)");

    /** The condition in a text; empty where it is none. */
    static Optional<Condition> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Condition condition = new Condition(matcher.group(1), matcher.group(2), matcher.group(3));
        boolean sound = condition.name.equals("brand")
                ? condition.operator.equals("=") || condition.operator.equals("!=")
                : Version.parse(condition.value).isPresent();
        return sound ? Optional.of(condition) : Optional.empty();
    }

    Truth on(HostGpu host) {
        return switch (name) {
            case "brand" -> brand(host.brand());
            case "cuda" -> version(host.cuda());
            case "driver" -> version(host.driver());
            default -> version(host.arch());
        };
    }

    private Truth brand(Optional<String> brand) {
        return brand.map(is -> Truth.of(
                        is.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)) == operator.equals("=")))
                .orElse(Truth.UNKNOWN);
    }

    private Truth version(Optional<Version> version) {
        return version.map(is -> Truth.of(compared(is.compareTo(Version.of(value)))))
                .orElse(Truth.UNKNOWN);
    }

    private boolean compared(int order) {
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    @Override
    public String toString() {
        return name + operator + value;
    }
}
