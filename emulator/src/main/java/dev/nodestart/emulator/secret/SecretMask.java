package dev.nodestart.emulator.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides secret values in text as the platform does, in every form that {@link SecretForms} knows and also where a line
 * end breaks them. A value of fewer than four characters is hidden only where it stands alone as a word, and only as
 * it is. Immutable; a {@link Stream} belongs to one thread.
 */
public final class SecretMask {
    /** What stands in the place of a secret. */
    public static final String REDACTED = "[REDACTED]";

    private final Map<Character, List<HiddenText>> byFirst = new HashMap<>();

    private SecretMask() {}

    /** A mask that hides nothing. */
    public static SecretMask none() {
        return new SecretMask();
    }

    /** A mask for these values; blank ones are passed over. */
    public static SecretMask of(Collection<String> values) {
        SecretMask mask = new SecretMask();
        for (String value : values) {
            if (value.isBlank()) {
                continue;
            }
            if (value.length() >= SecretForms.SHORT) {
                SecretForms.of(value).forEach(form -> mask.add(new HiddenText(form, false)));
            } else {
                mask.add(new HiddenText(value, true));
            }
        }
        Comparator<HiddenText> longest =
                Comparator.comparingInt(hidden -> -hidden.text().length());
        mask.byFirst.values().forEach(list -> list.sort(longest));
        return mask;
    }

    private void add(HiddenText hidden) {
        byFirst.computeIfAbsent(hidden.text().charAt(0), first -> new ArrayList<>())
                .add(hidden);
    }

    /** Gives the text without secrets. */
    public String mask(String text) {
        Stream stream = stream();
        return stream.accept(text) + stream.finish();
    }

    /** Begins a text that arrives in pieces. */
    public Stream stream() {
        return new Stream(byFirst);
    }

    /** Whether there is nothing to hide. */
    public boolean isEmpty() {
        return byFirst.isEmpty();
    }

    @Override
    public String toString() {
        return "SecretMask";
    }

    /** Masks output in pieces; keeps back what may be the beginning of a secret until it is decided. */
    public static final class Stream {
        private final Map<Character, List<HiddenText>> byFirst;
        private final StringBuilder held = new StringBuilder();
        private char before = ' ';

        private Stream(Map<Character, List<HiddenText>> byFirst) {
            this.byFirst = byFirst;
        }

        /** Takes the next piece and gives what can be shown by now. */
        public String accept(String piece) {
            if (byFirst.isEmpty()) {
                return piece;
            }
            held.append(piece);
            return scan(false);
        }

        /** Gives the rest; the text is over. */
        public String finish() {
            return scan(true);
        }

        private String scan(boolean last) {
            StringBuilder shown = new StringBuilder(held.length());
            int at = 0;
            while (at < held.length()) {
                int end = longest(at, last);
                if (end == HiddenText.OPEN) {
                    break;
                }
                if (end > at) {
                    shown.append(REDACTED);
                } else {
                    shown.append(held.charAt(at));
                    end = at + 1;
                }
                before = held.charAt(end - 1);
                at = end;
            }
            held.delete(0, at);
            return shown.toString();
        }

        private int longest(int at, boolean last) {
            List<HiddenText> candidates = byFirst.get(held.charAt(at));
            if (candidates == null) {
                return HiddenText.NONE;
            }
            int end = HiddenText.NONE;
            for (HiddenText hidden : candidates) {
                int found = hidden.match(held, at, before, last);
                if (found == HiddenText.OPEN) {
                    return found;
                }
                end = Math.max(end, found);
            }
            return end;
        }
    }
}
