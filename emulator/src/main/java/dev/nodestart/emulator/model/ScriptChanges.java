package dev.nodestart.emulator.model;

import java.util.List;

/**
 * What an init script changed on its node.
 *
 * @param noticed programs, packages, users, settings and processes
 * @param files all files, by folder; empty where they were not traced
 */
public record ScriptChanges(List<ScriptChange> noticed, List<FolderChange> files) {
    /** Nothing was seen. */
    public static final ScriptChanges NONE = new ScriptChanges(List.of(), List.of());

    /** Whether nothing was seen. */
    public boolean isEmpty() {
        return noticed.isEmpty() && files.isEmpty();
    }
}
