package dev.nodestart.emulator.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one process at a time do a thing; the system frees the lock when its process ends in whatever way. */
final class MachineLock {

    private MachineLock() {}

    /** Waits for the lock of this name, then does the work; one process must not ask for the same name twice at once. */
    static <T> T holding(Path folder, String name, Work<T> work) throws HostException {
        Path file = folder.resolve(name + ".lock");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(file, e);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            try {
                return work.run();
            } finally {
                lock.release();
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static HostException unusable(Path file, IOException cause) {
        return new HostException(
                "The lock file [%s] cannot be used: %s. Make its folder writable.".formatted(file, cause.getMessage()),
                cause);
    }

    /** What is done while the lock is held. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws HostException;
    }
}
