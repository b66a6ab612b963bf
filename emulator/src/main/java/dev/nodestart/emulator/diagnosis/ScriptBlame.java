package dev.nodestart.emulator.diagnosis;

import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.ScriptChange;
import dev.nodestart.emulator.model.ScriptChange.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names the init script that took away, or changed, what a cause says is missing or broken. Pure. */
final class ScriptBlame {
    private ScriptBlame() {}

    /** The cause with the script that brought it, or as it is where none did. */
    static Diagnosis name(Diagnosis cause, Launch launch) {
        for (InitScriptRun script : launch.initScripts()) {
            for (ScriptChange change : script.changes().noticed()) {
                if (mayBreak(change) && isAbout(cause, change)) {
                    return blamed(cause, script, change);
                }
            }
        }
        return cause;
    }

    private static boolean mayBreak(ScriptChange change) {
        return switch (change.kind()) {
            case TOOL, PIP, DPKG, USER -> change.act() != Act.ADDED;
            case ENVIRONMENT -> true;
            case DATABASE, GROUP, PROCESS, MORE -> false;
        };
    }

    private static boolean isAbout(Diagnosis cause, ScriptChange change) {
        String text = cause.cause() + "\n" + String.join("\n", cause.evidence());
        return change.name().startsWith("/")
                ? text.contains(change.name())
                : word(change.name()).matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** A name as a word of its own; Python's package names know no difference between their dashes. */
    private static Pattern word(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        StringBuilder pattern = new StringBuilder("(?<![\\w-])");
        for (String part : plain.split("[-_.]", -1)) {
            if (pattern.length() > "(?<![\\w-])".length()) {
                pattern.append("[-_.]");
            }
            pattern.append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.append("(?![\\w-])").toString());
    }

    private static Diagnosis blamed(Diagnosis cause, InitScriptRun script, ScriptChange change) {
        String where = "[" + script.destination() + "]";
        List<String> evidence = new ArrayList<>(cause.evidence());
        evidence.add("Init script " + where + " on [" + script.node() + "]: " + change.words());
        return new Diagnosis(
                cause.id(),
                cause.cause() + " The init script " + where + " did it: " + change.words() + ".",
                "Change the init script " + where + ", which " + past(change)
                        + ": leave that step out, or let the script put it right again before it ends.",
                List.copyOf(evidence),
                cause.source(),
                cause.confidence());
    }

    private static String past(ScriptChange change) {
        return (change.act() == Act.REMOVED ? "took [" : change.act() == Act.ADDED ? "wrote [" : "changed [")
                + change.name()
                + (change.act() == Act.REMOVED ? "] away" : "]");
    }
}
