package dev.nodestart.emulator.script;

import java.nio.file.Path;

/**
 * A global init script; its place in the list is its {@code position}.
 *
 * @param name the file's name, which the platform shows
 * @param content its bytes as they are
 * @param from the file on this machine
 */
@SuppressWarnings("ArrayRecordComponent")
public record GlobalInitScript(String name, byte[] content, Path from) {}
