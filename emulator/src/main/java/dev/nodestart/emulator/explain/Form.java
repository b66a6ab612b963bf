package dev.nodestart.emulator.explain;

import java.util.Locale;

/** What a text was taken for. */
public enum Form {
    /** The answer of {@code clusters/events}, or an array of events. */
    CLUSTER_EVENTS("cluster events"),
    /** One event. */
    CLUSTER_EVENT("one cluster event"),
    /** An answer of {@code clusters/get}, or anything with a termination reason in it. */
    CLUSTER("the answer of clusters/get"),
    /** {@code code}, {@code type} and {@code parameters}. */
    TERMINATION_REASON("a termination reason"),
    /** {@code error_code} and {@code message}. */
    API_ERROR("an error of the API"),
    /** JSON of another kind. */
    JSON("JSON of a kind that is not known"),
    /** Lines of log4j, as the driver writes them. */
    DRIVER_LOG("a driver log"),
    /** Many lines of anything. */
    LOG("a log"),
    /** A few lines. */
    MESSAGE("a message"),
    /** The folder or the bundle of a run. */
    RECORDING("the recording of a run");

    private final String words;

    Form(String words) {
        this.words = words;
    }

    /** For people, such as {@code a driver log}. */
    public String words() {
        return words;
    }

    /** The name used in JSON, such as {@code driver_log}. */
    public String reportName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isJson() {
        return switch (this) {
            case CLUSTER_EVENTS, CLUSTER_EVENT, CLUSTER, TERMINATION_REASON, API_ERROR, JSON -> true;
            case DRIVER_LOG, LOG, MESSAGE, RECORDING -> false;
        };
    }
}
