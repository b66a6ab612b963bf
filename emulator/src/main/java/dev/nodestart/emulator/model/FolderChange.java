package dev.nodestart.emulator.model;

import java.util.List;

/**
 * What an init script did to the files below a folder.
 *
 * @param folder its path
 * @param added how many files there are more
 * @param changed how many are otherwise
 * @param removed how many are gone
 * @param first the first of them by name, a sign before each: {@code +}, {@code ~} or {@code -}
 */
public record FolderChange(String folder, int added, int changed, int removed, List<String> first) {}
