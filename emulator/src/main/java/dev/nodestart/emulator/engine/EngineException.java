package dev.nodestart.emulator.engine;

/** A call that the engine refused or could not do. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    EngineException(String method, String path, int status, String reason) {
        super("The container engine refused " + method + " [" + pathOnly(path) + "] with status " + status + ": "
                + reason);
        this.status = status;
        this.reason = reason;
    }

    private static String pathOnly(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** The HTTP status, or 200 for a failure that was reported inside a progress stream. */
    public int status() {
        return status;
    }

    /** The engine's own message. */
    public String reason() {
        return reason;
    }

    /** Whether the engine does not know the named object. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether the object is in the way of another one or in the wrong state. */
    public boolean isConflict() {
        return status == 409;
    }
}
