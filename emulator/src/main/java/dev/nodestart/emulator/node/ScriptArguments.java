package dev.nodestart.emulator.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How a script of any length is given to a shell in one exec: a kernel takes no argument of 128 KiB or more. */
public final class ScriptArguments {
    private static final int LONGEST = 96 * 1024;
    private static final String SHELL = "/bin/sh";

    /** Without a separator {@code $*} joins the pieces as they were cut; questions then see no arguments. */
    private static final String JOIN = "IFS=; ns_script=\"$*\"; unset IFS; set --; eval \"$ns_script\"";

    private ScriptArguments() {}

    /** The command that runs a script in the image's own shell. */
    public static List<String> of(String script) {
        if (script.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return List.of(SHELL, "-c", script);
        }
        List<String> command = new ArrayList<>(List.of(SHELL, "-c", JOIN, SHELL));
        int from = 0;
        while (from < script.length()) {
            int to = end(script, from);
            command.add(script.substring(from, to));
            from = to;
        }
        return List.copyOf(command);
    }

    /** A UTF-16 unit is at most three bytes of UTF-8; a pair of them stays together. */
    private static int end(String script, int from) {
        int to = Math.min(script.length(), from + LONGEST / 3);
        return to < script.length() && Character.isLowSurrogate(script.charAt(to)) ? to - 1 : to;
    }
}
