package dev.nodestart.emulator.engine;

import java.io.Closeable;

/** A command that runs in a container beside its main process. */
public final class ExecRun implements Closeable {
    private final EngineHttp http;
    private final String id;
    private final Attachment attachment;

    ExecRun(EngineHttp http, String id, Attachment attachment) {
        this.http = http;
        this.id = id;
        this.attachment = attachment;
    }

    /** The command's input and output. */
    public Attachment streams() {
        return attachment;
    }

    /** The command's exit code; to be asked for after its output has ended. */
    public int exitCode() {
        return http.get("/exec/" + id + "/json").path("ExitCode").asInt(-1);
    }

    /** Tells a command with a terminal how large that is; one that has ended does not care. */
    public void resize(int rows, int columns) {
        try {
            http.post("/exec/" + id + "/resize?h=" + rows + "&w=" + columns);
        } catch (EngineException e) {
            // 409 and 500: it has not begun yet, or has ended
            if (!e.isNotFound() && !e.isConflict() && e.status() != 500) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        attachment.close();
    }
}
