package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.ScriptChange;
import dev.nodestart.emulator.model.ScriptChange.Act;
import dev.nodestart.emulator.model.ScriptChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads the agent's [script-change] events: what came and went is one thing that changed. Pure. */
final class ReportedChanges {
    private final UnaryOperator<String> mask;
    private final Map<String, ScriptChange> changes = new LinkedHashMap<>();

    ReportedChanges(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    void add(NodeEvent event) {
        String kind = event.value("kind").toUpperCase(Locale.ROOT);
        String act = event.value("act").toUpperCase(Locale.ROOT);
        if (!isOneOf(Kind.values(), kind) || !isOneOf(Act.values(), act)) {
            return;
        }
        ScriptChange change = change(Kind.valueOf(kind), Act.valueOf(act), mask.apply(event.value("what")));
        changes.merge(change.kind() + " " + change.name(), change, ReportedChanges::both);
    }

    List<ScriptChange> list() {
        return new ArrayList<>(changes.values());
    }

    private static <T extends Enum<T>> boolean isOneOf(T[] known, String name) {
        return List.of(known).stream().anyMatch(one -> one.name().equals(name));
    }

    private static ScriptChange change(Kind kind, Act act, String what) {
        return switch (kind) {
            case TOOL -> tool(act, what);
            case PROCESS -> split(kind, act, what.substring(what.indexOf(' ') + 1), "process " + what.split(" ", 2)[0]);
            case PIP -> pip(act, fileName(what));
            case DPKG ->
                split(kind, act, fileName(what).replaceFirst("\\.list$", "").replaceFirst(":.*", ""), "");
            case USER, GROUP -> account(kind, act, what);
            case DATABASE, ENVIRONMENT, MORE -> split(kind, act, what, "");
        };
    }

    private static ScriptChange split(Kind kind, Act act, String name, String detail) {
        return new ScriptChange(kind, act, name, detail);
    }

    private static ScriptChange tool(Act act, String what) {
        int space = what.indexOf(' ');
        String name = space < 0 ? what : what.substring(0, space);
        String path = what.substring(space + 1);
        return split(Kind.TOOL, act, name, path.equals(name) ? "" : path);
    }

    private static ScriptChange pip(Act act, String folder) {
        String plain = folder.replaceFirst("\\.(dist|egg)-info$", "");
        int dash = plain.indexOf('-');
        return dash < 0
                ? split(Kind.PIP, act, plain, "")
                : split(Kind.PIP, act, plain.substring(0, dash), plain.substring(dash + 1));
    }

    /** A line of passwd or group, of which the number may be told. */
    private static ScriptChange account(Kind kind, Act act, String line) {
        String[] fields = line.split(":", -1);
        return split(kind, act, fields[0], fields.length > 2 ? "number " + fields[2] : "");
    }

    /** The agent tells what went before it tells what came. */
    private static ScriptChange both(ScriptChange before, ScriptChange now) {
        if (before.act() == now.act()) {
            return now;
        }
        String detail = before.detail().equals(now.detail()) ? now.detail() : before.detail() + " to " + now.detail();
        return new ScriptChange(now.kind(), Act.CHANGED, now.name(), detail);
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
