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
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(c);
            }
        }
    }
}
