package dev.nodestart.conformance.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules of a {@code .dockerignore}. Pure.
 *
 * @param rules in the order of the file; the last one that fits decides
 */
record IgnoreFile(List<Rule> rules) {

    /** Nothing is left out. */
    static final IgnoreFile NONE = new IgnoreFile(List.of());

    record Rule(boolean keep, Pattern pattern) {}

    static IgnoreFile parse(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            boolean keep = text.startsWith("!");
            String path = (keep ? text.substring(1) : text).strip().replaceAll("^(\\./|/)+|/+$", "");
            // a folder that fits takes everything in it along
            rules.add(new Rule(keep, Pattern.compile(regex(path) + "(/.*)?")));
        }
        return new IgnoreFile(List.copyOf(rules));
    }

    /** Whether a file, named relative to the context with slashes, is left out. */
    boolean leavesOut(String path) {
        boolean out = false;
        for (Rule rule : rules) {
            if (rule.pattern().matcher(path).matches()) {
                out = !rule.keep();
            }
        }
        return out;
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
