package dev.nodestart.emulator.engine;

/**
 * A version of the engine's HTTP API, such as {@code 1.41}.
 *
 * @param major first number
 * @param minor second number
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** Docker Engine 20.10, the oldest engine that is supported. */
    public static final ApiVersion OLDEST_SUPPORTED = new ApiVersion(1, 41);

    /** The newest version whose answers this code was written for. */
    static final ApiVersion NEWEST_KNOWN = new ApiVersion(1, 50);

    /**
     * Reads a version as the engine writes it.
     *
     * @throws IllegalArgumentException where the text is not of the form {@code N.N}
     */
    public static ApiVersion of(String text) {
        int dot = text.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("Not an engine API version: [" + text + "]");
        }
        return new ApiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /** Whether this version has what the other one has. */
    public boolean atLeast(ApiVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
