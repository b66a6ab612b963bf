package dev.nodestart.emulator.engine;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The engine does not answer, or went away during a call. */
public final class EngineUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineUnavailableException(URI address, String what, @Nullable Throwable cause) {
        super("The container engine at [" + address + "] " + what, cause);
    }
}
