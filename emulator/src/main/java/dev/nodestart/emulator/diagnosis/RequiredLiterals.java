package dev.nodestart.emulator.diagnosis;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Texts of which one must be in a line for a regular expression to be found there, in lower case. So most texts need
 * no regular expression at all.
 */
public final class RequiredLiterals {
    private final String regex;
    private int at;

    private RequiredLiterals(String regex) {
        this.regex = regex;
    }

    /** The texts of a regular expression; empty where there are none, so that every line must be tried. */
    public static Optional<Set<String>> of(String regex) {
        RequiredLiterals parser = new RequiredLiterals(regex);
        Optional<Set<String>> texts = parser.alternatives();
        // something that this reader does not know: the safe answer
        return parser.at < regex.length() ? Optional.empty() : texts;
    }

    private Optional<Set<String>> alternatives() {
        Set<String> all = new LinkedHashSet<>();
        boolean complete = true;
        while (true) {
            Optional<Set<String>> one = sequence();
            one.ifPresent(all::addAll);
            complete &= one.isPresent();
            if (at >= regex.length() || regex.charAt(at) != '|') {
                return complete ? Optional.of(all) : Optional.empty();
            }
            at++;
        }
    }

    private Optional<Set<String>> sequence() {
        Best best = new Best();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char c = regex.charAt(at++);
            switch (c) {
                case '(' -> {
                    best.take(run);
                    Optional<Set<String>> inner = group();
                    boolean optional = skipQuantifier() == Quantifier.OPTIONAL;
                    if (!optional) {
                        inner.ifPresent(best::take);
                    }
                }
                case '[' -> {
                    best.take(run);
                    skipClass();
                    skipQuantifier();
                }
                case '.', '^', '$' -> {
                    best.take(run);
                    skipQuantifier();
                }
                case '\\' -> {
                    char escaped = at < regex.length() ? regex.charAt(at++) : 'x';
                    if (Character.isLetterOrDigit(escaped)) {
                        best.take(run);
                        skipQuantifier();
                    } else {
                        literal(escaped, run, best);
                    }
                }
                default -> literal(c, run, best);
            }
        }
        best.take(run);
        return best.texts;
    }

    private void literal(char c, StringBuilder run, Best best) {
        Quantifier quantifier = skipQuantifier();
        if (c > '~' || quantifier == Quantifier.OPTIONAL) {
            best.take(run);
        } else {
            run.append(c);
            if (quantifier == Quantifier.SOME) {
                best.take(run);
            }
        }
    }

    /** After the opening bracket; leaves behind the closing one. */
    private Optional<Set<String>> group() {
        boolean counts = true;
        if (regex.startsWith("?", at)) {
            if (regex.startsWith("?=", at)
                    || regex.startsWith("?!", at)
                    || regex.startsWith("?<=", at)
                    || regex.startsWith("?<!", at)) {
                counts = false;
                at += regex.charAt(at + 1) == '<' ? 3 : 2;
            } else if (regex.startsWith("?<", at)) {
                at = regex.indexOf('>', at) + 1;
            } else {
                at++;
                while (at < regex.length() && regex.charAt(at) != ':' && regex.charAt(at) != ')') {
                    at++;
                }
                if (at < regex.length() && regex.charAt(at) == ':') {
                    at++;
                }
            }
        }
        Optional<Set<String>> inner = alternatives();
        at++;
        return counts ? inner : Optional.empty();
    }

    private void skipClass() {
        if (regex.startsWith("^", at)) {
            at++;
        }
        boolean first = true;
        while (at < regex.length() && (first || regex.charAt(at) != ']')) {
            at += regex.charAt(at) == '\\' ? 2 : 1;
            first = false;
        }
        at++;
    }

    private Quantifier skipQuantifier() {
        if (at >= regex.length()) {
            return Quantifier.ONE;
        }
        Quantifier quantifier = switch (regex.charAt(at)) {
            case '?', '*', '{' -> Quantifier.OPTIONAL;
            case '+' -> Quantifier.SOME;
            default -> Quantifier.ONE;
        };
        if (quantifier != Quantifier.ONE) {
            at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
            if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
                at++;
            }
        }
        return quantifier;
    }

    /** How often a part must be there; a count in braces is taken for "perhaps not at all", which is safe. */
    private enum Quantifier {
        ONE,
        SOME,
        OPTIONAL
    }

    /** The texts of a sequence that tell most: those whose shortest is longest. */
    private static final class Best {
        private Optional<Set<String>> texts = Optional.empty();

        void take(StringBuilder run) {
            if (run.length() > 0) {
                take(Set.of(run.toString().toLowerCase(Locale.ROOT)));
                run.setLength(0);
            }
        }

        void take(Set<String> candidate) {
            int length = shortest(candidate);
            if (length >= 3 && (texts.isEmpty() || length > shortest(texts.get()))) {
                texts = Optional.of(candidate);
            }
        }

        private static int shortest(Set<String> texts) {
            return texts.stream().mapToInt(String::length).min().orElse(0);
        }
    }
}
