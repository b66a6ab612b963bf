package dev.nodestart.runtime;

/** One file of the stub runtime. */
public final class StubFile {
    private final String path;
    private final int mode;
    private final byte[] content;

    StubFile(String path, int mode, byte[] content) {
        this.path = path;
        this.mode = mode;
        this.content = content;
    }

    /** The absolute path in the node. */
    public String path() {
        return path;
    }

    /** The permission bits, 0755 for what has a first line that names an interpreter, else 0644. */
    public int mode() {
        return mode;
    }

    /** A copy of the content. */
    public byte[] content() {
        return content.clone();
    }

    /** The size of the content in bytes. */
    public int size() {
        return content.length;
    }
}
