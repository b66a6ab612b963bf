package dev.nodestart.conformance.report;

/** HTML with everything escaped that is not markup of our own. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    /**
     * Opens an element.
     *
     * @param attributes names and values by turns; an empty value writes the name alone
     */
    Html open(String tag, String... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                text.append("=\"");
                escape(attributes[i + 1]);
                text.append('"');
            }
        }
        text.append('>');
        return this;
    }

    Html close(String tag) {
        text.append("</").append(tag).append('>');
        return this;
    }

    /** An element with text in it. */
    Html element(String tag, String content, String... attributes) {
        return open(tag, attributes).text(content).close(tag);
    }

    Html text(String content) {
        escape(content);
        return this;
    }

    /** Markup of our own. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    Html newLine() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void escape(String content) {
        String plain = Text.plain(content);
        int done = 0;
        for (int i = 0; i < plain.length(); i++) {
            String reference = reference(plain.charAt(i));
            if (!reference.isEmpty()) {
                text.append(plain, done, i).append(reference);
                done = i + 1;
            }
        }
        text.append(plain, done, plain.length());
    }

    /** What stands for a character, empty where it stands for itself. */
    private static String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
