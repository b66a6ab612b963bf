package dev.nodestart.conformance;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Bad input: a name that is not known. The message names the place, the value, the nearest known name and all of them. */
public final class UnknownNameException extends IllegalArgumentException {

    private static final int FARTHEST = 3;

    /**
     * Builds the whole sentence.
     *
     * @param place where the name was given, such as {@code --require}
     * @param kind what it should name, such as {@code capability}
     */
    public UnknownNameException(String place, String kind, String value, Collection<String> known) {
        super(place + ": unknown " + kind + " [" + value + "]"
                + nearest(value, known)
                        .map(name -> "; did you mean [" + name + "]?")
                        .orElse(".")
                + " Known: " + String.join(", ", known) + ".");
    }

    static Optional<String> nearest(String value, Collection<String> known) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name ->
                        distance(wanted, name.toLowerCase(Locale.ROOT)) <= Math.min(FARTHEST, name.length() / 2))
                .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
