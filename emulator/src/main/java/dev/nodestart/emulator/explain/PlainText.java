package dev.nodestart.emulator.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as it was before a mail, a ticket or a web page wrapped, quoted or encoded it. Pure. */
final class PlainText {
    private static final int LINES_JOINED = 8;
    private static final int LONGEST = 4000;
    private static final int FEW_ESCAPES = 3;

    /** What mails, Markdown and Terraform put before each line. */
    private static final Pattern QUOTING = Pattern.compile("^(?:\\s*[>|\u2502\u2503*]){1,8}\\s?");

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern ESCAPED = Pattern.compile("(?:%[0-9A-Fa-f]{2}){1,1000}");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]{0,20}(?:\\s[^<>]{0,300})?/?>");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:quot|apos|lt|gt|nbsp|amp|#(?:x[0-9A-Fa-f]{1,4}|[0-9]{1,5}));");
    private static final Map<String, String> ENTITIES =
            Map.of("quot", "\"", "apos", "'", "lt", "<", "gt", ">", "nbsp", " ", "amp", "&");
    private static final String TYPOGRAPHIC = "\u201c\u201d\u201e\u2018\u2019\u00a0";
    private static final String PLAIN = "\"\"\"'' ";

    private PlainText() {}

    /** The paragraphs, each as one line, by the number of the line that each begins at. */
    static Map<Long, String> of(String text) {
        Map<Long, String> paragraphs = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        List<String> open = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<String> parts =
                    decoded(lines.get(i)).lines().map(String::strip).toList();
            boolean blank = parts.stream().allMatch(String::isEmpty);
            if (open.isEmpty()) {
                first = i;
            }
            if (!blank) {
                open.addAll(parts);
            }
            if (blank || open.size() >= LINES_JOINED || i == lines.size() - 1) {
                close(paragraphs, open, first + 1L);
                // what is wrapped may lie on both sides
                open = blank ? new ArrayList<>() : new ArrayList<>(open.subList(open.size() / 2, open.size()));
                first = Math.max(0, i + 1 - open.size());
            }
        }
        return paragraphs;
    }

    private static void close(Map<Long, String> paragraphs, List<String> lines, long first) {
        String joined = String.join(" ", lines);
        if (!joined.isBlank()) {
            paragraphs.put(first, joined.substring(0, Math.min(joined.length(), LONGEST)));
        }
    }

    private static String decoded(String line) {
        String text = QUOTING.matcher(line).replaceFirst("");
        if (ESCAPE.matcher(text).results().limit(FEW_ESCAPES).count() == FEW_ESCAPES) {
            text = ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(bytes(found.group())));
        }
        text = TAG.matcher(text).replaceAll(" ");
        text = ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(entity(found)));
        for (int i = 0; i < TYPOGRAPHIC.length(); i++) {
            text = text.replace(TYPOGRAPHIC.charAt(i), PLAIN.charAt(i));
        }
        return text.replace("\\n", "\n").replace("\\\"", "\"").replaceAll(" {2,}", " ");
    }

    private static String bytes(String escapes) {
        byte[] bytes = new byte[escapes.length() / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(escapes.substring(3 * i + 1, 3 * i + 3), 16);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String entity(MatchResult found) {
        String name = found.group().substring(1, found.group().length() - 1);
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, " ");
        }
        int code =
                name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return code < ' ' || code > Character.MAX_VALUE || Character.isSurrogate((char) code)
                ? " "
                : Character.toString(code);
    }
}
