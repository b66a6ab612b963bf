package dev.nodestart.emulator.engine;

import javax.net.ssl.SSLContext;

/**
 * Stands where the HTTP client wants TLS settings, for an engine on a local socket. Without any, the client reads the
 * machine's whole trust store when it starts, which takes longer than all of a launch's calls.
 */
final class NoTls extends SSLContext {
    NoTls() {
        super(null, null, "none");
    }
}
