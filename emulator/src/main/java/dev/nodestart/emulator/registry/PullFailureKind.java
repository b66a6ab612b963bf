package dev.nodestart.emulator.registry;

/** Why an image could not be pulled, told apart so that each has its own remedy (dcs.md §3 rows 6-11, F10-F14). */
public enum PullFailureKind {
    /** The registry wants credentials, or others (401). */
    UNAUTHORIZED(Code.PULL, false),
    /** The registry knows who asks and says no (403, or its word {@code denied}). */
    FORBIDDEN(Code.PULL, false),
    /** No such repository, tag or digest (404). */
    NOT_FOUND(Code.PULL, false),
    /** Too many pulls (429, dcs.md §3 row 7). */
    RATE_LIMITED(Code.PULL, false),
    /** The registry itself failed (5xx). */
    SERVER_ERROR(Code.PULL, true),
    /** The registry's name is not known to the name service. */
    NO_SUCH_HOST(Code.PULL, false),
    /** Nothing listens at the registry's address. */
    CONNECTION_REFUSED(Code.PULL, true),
    /** The registry's certificate is not trusted, is for another name, or has expired. */
    BAD_TLS(Code.PULL, false),
    /** The registry speaks plain HTTP where HTTPS was expected. */
    NOT_HTTPS(Code.PULL, false),
    /** The transfer stood still for too long. */
    STALLED(Code.PULL, true),
    /** The transfer ended early, or what came is not what the digest says. */
    TRUNCATED(Code.PULL, true),
    /** Not a Linux image. */
    WRONG_OS(Code.INVALID_OS, false),
    /** A Linux image for another processor; dcs.md F14 checks system and processor together. */
    WRONG_ARCHITECTURE(Code.INVALID_OS, false),
    /** More bytes than the node's disk has. */
    TOO_LARGE(Code.TOO_LARGE, false),
    /** The reference points to something that is not a container image, such as a chart. */
    NOT_AN_IMAGE(Code.PULL, false),
    /** What was written is not an image reference. */
    INVALID_REFERENCE(Code.PULL, false),
    /** The disk of the machine that runs the engine is full; says nothing about the image. */
    NO_SPACE(Code.PULL, false),
    /** The network failed in another way: a reset, no route, a name service that does not answer. */
    NETWORK_OTHER(Code.PULL, true),
    /** A text that is not known here. */
    UNKNOWN(Code.PULL, false);

    private final Code code;
    private final boolean transientByNature;

    PullFailureKind(Code code, boolean transientByNature) {
        this.code = code;
        this.transientByNature = transientByNature;
    }

    /** The code of the termination reason (clusters-api.md §3). */
    public String terminationCode() {
        return code.text;
    }

    /** Whether another attempt may go better. */
    public boolean isTransient() {
        return transientByNature;
    }

    /** Whether this machine is to blame and nothing is known of the image. */
    public boolean blamesThisMachine() {
        return this == NO_SPACE;
    }

    private enum Code {
        PULL("DOCKER_IMAGE_PULL_FAILURE"),
        INVALID_OS("DOCKER_INVALID_OS_EXCEPTION"),
        TOO_LARGE("DOCKER_IMAGE_TOO_LARGE_FOR_INSTANCE_EXCEPTION");

        private final String text;

        Code(String text) {
            this.text = text;
        }
    }
}
