package dev.nodestart.conformance.facts;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a {@link ProbeScript} wrote. Whatever an answer contains, and wherever the output ends, it does not throw. */
final class ProbeOutput {
    private ProbeOutput() {}

    static Map<String, Answer> parse(String nonce, String stdout, String stderr) {
        Map<String, Framed> out = frames(nonce, stdout);
        Map<String, Framed> error = frames(nonce, stderr);
        Map<String, Answer> answers = new LinkedHashMap<>();
        out.forEach((name, framed) -> answers.put(
                name, new Answer(framed.status, framed.text, error.getOrDefault(name, new Framed("", 0)).text)));
        return answers;
    }

    private static Map<String, Framed> frames(String nonce, String text) {
        String mark = "@" + nonce + " ";
        Map<String, Framed> frames = new LinkedHashMap<>();
        int begin = text.indexOf(mark);
        while (begin >= 0) {
            int bodyStart = text.indexOf('\n', begin) + 1;
            if (bodyStart == 0) {
                break;
            }
            String name = text.substring(begin + mark.length(), bodyStart - 1);
            String ending = "\n" + mark + name + " ";
            // an empty answer's end follows its beginning: the line feed before the end is the one after the beginning
            int end = text.indexOf(ending, bodyStart - 1);
            if (end < 0) {
                break;
            }
            int statusEnd = text.indexOf('\n', end + ending.length());
            if (statusEnd < 0) {
                break;
            }
            String body = end < bodyStart ? "" : text.substring(bodyStart, end);
            frames.put(name, new Framed(stripEnd(body), status(text.substring(end + ending.length(), statusEnd))));
            begin = text.indexOf(mark, statusEnd);
        }
        return frames;
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    /** A question without a status was never started, or was killed with what it wrote its status to. */
    private static int status(String text) {
        return text.strip().matches("\\d{1,3}") ? Integer.parseInt(text.strip()) : Answer.TIMED_OUT;
    }

    private record Framed(String text, int status) {}
}
