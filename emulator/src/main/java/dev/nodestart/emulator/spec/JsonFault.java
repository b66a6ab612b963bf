package dev.nodestart.emulator.spec;

/**
 * The first place where a text stops being JSON.
 *
 * @param offset where, counted in characters from 0
 * @param what what is wrong there; never quotes the text, which may hold a password
 * @param advice what to do
 */
record JsonFault(int offset, String what, String advice) {
    /** Gives the place for people, such as {@code line 3, column 7}. */
    String place(String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            boolean pair = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !pair)) {
                line++;
                start = i + 1;
            }
        }
        return "line %d, column %d".formatted(line, offset - start + 1);
    }
}
