package dev.nodestart.emulator.secret;

/**
 * One text to hide.
 *
 * @param text what to look for, without line ends
 * @param alone whether it counts only as a whole word
 */
record HiddenText(String text, boolean alone) {
    /** It does not stand there. */
    static final int NONE = -1;

    /** It may stand there, if the text goes on. */
    static final int OPEN = -2;

    private static final int LONGEST_BREAK = 2; // a carriage return and a line feed

    /** Gives where the hidden text ends that begins at a place, or {@link #NONE} or {@link #OPEN}. */
    int match(CharSequence held, int from, char before, boolean last) {
        if (alone && word(before)) {
            return NONE;
        }
        int at = from;
        int breaks = 0;
        for (int matched = 0; matched < text.length(); at++) {
            if (at == held.length()) {
                return last ? NONE : OPEN;
            }
            char c = held.charAt(at);
            if (c == text.charAt(matched)) {
                matched++;
                breaks = 0;
            } else if (alone || (c != '\n' && c != '\r') || ++breaks > LONGEST_BREAK) {
                return NONE;
            }
        }
        if (alone && at == held.length()) {
            return last ? at : OPEN;
        }
        return alone && word(held.charAt(at)) ? NONE : at;
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
