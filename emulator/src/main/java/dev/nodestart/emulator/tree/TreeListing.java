package dev.nodestart.emulator.tree;

import java.util.List;

/** What a runtime tree holds; paths are relative to it, with {@code /} between names, the tree itself is empty. */
interface TreeListing {
    /** Names in a folder, in any order; where there are more than the limit, some of them, one more than the limit. */
    List<String> names(String folder, int limit);

    /** Whether a path is a folder; links are followed. */
    boolean isFolder(String path);

    /** Whether there is something at a path. */
    boolean exists(String path);
}
