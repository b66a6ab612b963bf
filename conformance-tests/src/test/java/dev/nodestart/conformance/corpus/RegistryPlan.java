package dev.nodestart.conformance.corpus;

import java.util.Optional;

/**
 * A registry that refuses or fails.
 *
 * @param content what lies there
 * @param tag the tag that is asked for; what lies there has {@code 1}
 * @param password whether it wants credentials
 * @param door how it is reached
 * @param fault what goes wrong on the way
 */
record RegistryPlan(Content content, String tag, boolean password, Door door, Optional<Mishap> fault) {

    /** What lies in the repository. */
    enum Content {
        SMALL,
        LARGE,
        ARM64,
        ARM64_INDEX,
        WINDOWS,
        ARTIFACT,
        NONE
    }

    /** How the registry is reached. */
    enum Door {
        LOOPBACK,
        UNTRUSTED_TLS,
        PLAIN_HTTP,
        CLOSED_PORT,
        UNKNOWN_NAME
    }

    /**
     * What goes wrong with the answers to some requests.
     *
     * @param path a part of the paths that it happens to
     * @param kind what happens
     * @param status the HTTP status, where the kind is one
     */
    record Mishap(String path, Kind kind, int status) {
        /** What happens. */
        enum Kind {
            STATUS,
            STALL,
            CUT,
            CORRUPT,
            HANG_UP
        }
    }
}
