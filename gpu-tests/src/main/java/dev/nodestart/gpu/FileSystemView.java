package dev.nodestart.gpu;

import java.util.List;
import java.util.Optional;

/** The little that is asked of a file system, so that what is read from it stays pure. */
public interface FileSystemView {

    /** Whether something is at an absolute path, of whatever kind. */
    boolean exists(String path);

    /** The names in a folder, sorted; empty where there is no such folder or it cannot be read. */
    List<String> list(String folder);

    /** The text of a small file; empty where it cannot be read. */
    Optional<String> read(String path);
}
