package dev.nodestart.emulator.spec;

import java.util.Optional;
import java.util.regex.Pattern;

/** A text that is given as the JSON of a cluster and is in another language. Pure. */
enum OtherForm {
    UTF_16("text in UTF-16", "Store it in UTF-8.", "\\u0000|^\uFFFD{2}"),
    TERRAFORM(
            "Terraform",
            "Give the same cluster as JSON, as [databricks clusters get ID] prints it.",
            "^\\s*(?:resource|module|provider|variable|locals|data|terraform)\\b[^:\\n]*\\{|^\\s*docker_image\\s*\\{"),
    YAML(
            "YAML, as bundles are written in",
            "Give one cluster as JSON: [databricks bundle validate -o json] prints a bundle as JSON, and its"
                    + " [new_cluster] is one.",
            "^\\s*(?:---\\s*$|- )?[A-Za-z_][\\w.-]*:(?:\\s|$)"),
    PAGE("a web page", "Save the file itself, not the page that shows it.", "^\\s*<(?:!|html|\\?xml)");

    private final String words;
    private final String advice;
    private final Pattern sign;

    OtherForm(String words, String advice, String sign) {
        this.words = words;
        this.advice = advice;
        this.sign = Pattern.compile(sign, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    }

    /** The language of a text that does not begin as JSON does; empty where it is none of these. */
    static Optional<OtherForm> of(String text) {
        for (OtherForm form : values()) {
            if ((form == UTF_16 || !beginsLikeJson(text))
                    && form.sign.matcher(beginning(text)).find()) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    private static boolean beginsLikeJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") || start.startsWith("\"");
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), 4000));
    }

    /** What it is, such as {@code Terraform}. */
    String words() {
        return words;
    }

    /** What to do. */
    String advice() {
        return advice;
    }
}
