package dev.nodestart.emulator.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which a secret value turns up in output. */
final class SecretForms {
    /** A shorter value is hidden only where it stands alone: as a part of words it would garble any text. */
    static final int SHORT = 4;

    private static final int SHORTEST_LINE = 6;
    private static final int SHORTEST_ENCODED = 5;

    private SecretForms() {}

    /** All forms of a value that is not short; line ends are left out, as {@link SecretMask} passes over them. */
    static Set<String> of(String value) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value);
        String json = json(value, false);
        forms.add(json);
        forms.add(json(value, true));
        forms.add(json(json, false)); // JSON in a string of JSON
        forms.add(value.replace("'", "'\\''")); // bash -x
        forms.add(value.replace("\\", "\\\\").replace("'", "\\'")); // Python's repr
        forms.add(value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        percent(bytes, forms);
        base64(bytes, forms);
        hex(bytes, forms);
        value.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                .forEach(forms::add);
        Set<String> joined = new LinkedHashSet<>();
        forms.forEach(form -> joined.add(form.replace("\r", "").replace("\n", "")));
        joined.removeIf(form -> form.length() < SHORT);
        return joined;
    }

    private static String json(String value, boolean ascii) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default ->
                    json.append(c < ' ' || (ascii && c > '~') ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return json.toString();
    }

    private static void percent(byte[] bytes, Set<String> forms) {
        for (String kept : new String[] {"-_.~", "-_.*", "-_.!~*'()"}) {
            StringBuilder encoded = new StringBuilder();
            for (byte b : bytes) {
                char c = (char) (b & 0xff);
                boolean plain = (c < 128 && Character.isLetterOrDigit(c)) || kept.indexOf(c) >= 0;
                encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted(b & 0xff));
            }
            String upper = encoded.toString();
            String lower = lowerEscapes(upper);
            forms.add(upper);
            forms.add(lower);
            forms.add(upper.replace("%20", "+"));
            forms.add(lower.replace("%20", "+"));
        }
    }

    private static String lowerEscapes(String encoded) {
        StringBuilder lower = new StringBuilder(encoded);
        for (int i = 0; i + 2 < lower.length(); i++) {
            if (lower.charAt(i) == '%') {
                lower.replace(i + 1, i + 3, lower.substring(i + 1, i + 3).toLowerCase(Locale.ROOT));
            }
        }
        return lower.toString();
    }

    /** Base64 of the value alone and inside of something longer, such as {@code user:password}: three alignments. */
    private static void base64(byte[] bytes, Set<String> forms) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and the last character may also carry bits of what stands beside the value.
            String atEnd = encoded.substring(before == 0 ? 0 : before + 1);
            String inside = shifted.length % 3 == 0 ? atEnd : atEnd.substring(0, atEnd.length() - 1);
            String padding = "=".repeat((3 - shifted.length % 3) % 3);
            for (String form : new String[] {atEnd + padding, atEnd, inside}) {
                if (form.length() >= SHORTEST_ENCODED) {
                    forms.add(form);
                    forms.add(form.replace('+', '-').replace('/', '_'));
                }
            }
        }
    }

    private static void hex(byte[] bytes, Set<String> forms) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append("%02x".formatted(b & 0xff));
        }
        forms.add(hex.toString());
        forms.add(hex.toString().toUpperCase(Locale.ROOT));
    }
}
