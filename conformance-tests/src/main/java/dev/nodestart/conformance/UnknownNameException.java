package dev.nodestart.conformance;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bad input: a name that is not known. The message names the place, the value, the nearest known name and all of them. */
public final class UnknownNameException extends IllegalArgumentException {

    private static final int FARTHEST = 3;
    private static final int MOST_NAMES = 40;

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
                + " " + all(known));
    }

    private static String all(Collection<String> known) {
        if (known.size() <= MOST_NAMES) {
            return "Known: " + String.join(", ", known) + ".";
        }
        // ids in capitals and numbers are many, categories and tags few
        return "Known: the ids of [nodestart checks list], "
                + known.stream()
                        .filter(name -> name.equals(name.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** The known name that a slip of the finger made the value of, empty where none is near. */
    public static Optional<String> nearest(String value, Collection<String> known) {
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
