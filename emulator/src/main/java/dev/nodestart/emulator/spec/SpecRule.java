package dev.nodestart.emulator.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of a create call; their {@link #id} is stable, and {@code --allow ID} makes a warning of most of them. */
public enum SpecRule {
    // What cannot be read; there is nothing to go on with, so it cannot be allowed.
    JSON_SYNTAX(Kind.FIXED, Wording.EMULATOR),
    DUPLICATE_KEY(Kind.FIXED, Wording.EMULATOR),
    FIELD_TYPE(Kind.FIXED, Wording.EMULATOR),
    SEVERAL_CLUSTERS(Kind.FIXED, Wording.EMULATOR),
    FLAG(Kind.FIXED, Wording.EMULATOR),
    SECRET(Kind.FIXED, Wording.EMULATOR),
    REQUIRED_FIELD(Kind.FIXED, Wording.EMULATOR),
    SPARK_VERSION(Kind.FIXED, Wording.API),

    // What the create call refuses (clusters-api.md §1, dcs.md §2 and §3).
    UNKNOWN_KEY(Kind.ALLOWABLE, Wording.EMULATOR),
    SIZE(Kind.ALLOWABLE, Wording.API),
    SIZE_TWICE(Kind.ALLOWABLE, Wording.EMULATOR),
    NODE_TYPE(Kind.ALLOWABLE, Wording.API),
    FILE_SCRIPT(Kind.ALLOWABLE, Wording.API),
    ACCESS_MODE_CONF(Kind.ALLOWABLE, Wording.API),
    EBS_VOLUME(Kind.ALLOWABLE, Wording.API),
    ML_RUNTIME(Kind.ALLOWABLE, Wording.EMULATOR),
    GENOMICS_RUNTIME(Kind.ALLOWABLE, Wording.EMULATOR),
    LIGHT_RUNTIME(Kind.ALLOWABLE, Wording.EMULATOR),
    GRAVITON(Kind.ALLOWABLE, Wording.EMULATOR),
    STANDARD_COMPUTE(Kind.ALLOWABLE, Wording.EMULATOR),
    KIND(Kind.ALLOWABLE, Wording.EMULATOR),
    IMAGE_URL(Kind.ALLOWABLE, Wording.EMULATOR),
    BASIC_AUTH(Kind.ALLOWABLE, Wording.EMULATOR),
    SCRIPT_LOCATION(Kind.ALLOWABLE, Wording.EMULATOR),
    SCRIPT_DESTINATION(Kind.ALLOWABLE, Wording.EMULATOR),
    SCRIPT_REGION(Kind.ALLOWABLE, Wording.EMULATOR),
    SCRIPT_MAP(Kind.ALLOWABLE, Wording.EMULATOR),
    GLOBAL_SCRIPT_SIZE(Kind.ALLOWABLE, Wording.EMULATOR),
    LOG_DESTINATION(Kind.ALLOWABLE, Wording.EMULATOR),
    AUTOSCALE(Kind.ALLOWABLE, Wording.EMULATOR),
    NUM_WORKERS(Kind.ALLOWABLE, Wording.EMULATOR),
    AUTOTERMINATION(Kind.ALLOWABLE, Wording.EMULATOR),
    CUSTOM_TAGS(Kind.ALLOWABLE, Wording.EMULATOR),
    SSH_KEYS(Kind.ALLOWABLE, Wording.EMULATOR),

    // What is worth a word, and never refuses.
    RESPONSE_FIELD(Kind.ADVISORY, Wording.EMULATOR),
    UNKNOWN_RUNTIME(Kind.ADVISORY, Wording.EMULATOR),
    HISTORIC_RUNTIME(Kind.ADVISORY, Wording.EMULATOR),
    UNKNOWN_NODE_TYPE(Kind.ADVISORY, Wording.EMULATOR),
    SCRIPT_COUNT(Kind.ADVISORY, Wording.EMULATOR),
    DBFS_SCRIPT(Kind.ADVISORY, Wording.EMULATOR),
    VOLUMES_CONF(Kind.ADVISORY, Wording.EMULATOR),
    ABFSS_CONF(Kind.ADVISORY, Wording.EMULATOR),
    SINGLE_NODE(Kind.ADVISORY, Wording.EMULATOR),
    SINGLE_USER_NAME(Kind.ADVISORY, Wording.EMULATOR),
    CLEAR_PASSWORD(Kind.ADVISORY, Wording.EMULATOR),
    SECRET_FORM(Kind.ADVISORY, Wording.EMULATOR),
    ENV_VAR(Kind.ADVISORY, Wording.EMULATOR);

    /** Whose words a rule's message is in. */
    public enum Wording {
        /** The API's own message, seen in a source. */
        API,
        /** Ours: what the platform says is not known. */
        EMULATOR
    }

    private enum Kind {
        FIXED,
        ALLOWABLE,
        ADVISORY
    }

    private final Kind kind;
    private final Wording wording;

    SpecRule(Kind kind, Wording wording) {
        this.kind = kind;
        this.wording = wording;
    }

    /** The stable id that {@code --allow} takes, such as {@code standard-compute}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whose words the message is in. */
    public Wording wording() {
        return wording;
    }

    /** Whether {@code --allow} can make a warning of it. */
    public boolean allowable() {
        return kind == Kind.ALLOWABLE;
    }

    SpecProblem.Severity severity() {
        return kind == Kind.ADVISORY ? SpecProblem.Severity.WARNING : SpecProblem.Severity.ERROR;
    }

    String errorCode() {
        return this == JSON_SYNTAX || this == DUPLICATE_KEY ? "MALFORMED_REQUEST" : "INVALID_PARAMETER_VALUE";
    }

    /** Finds an allowable rule by its id. */
    public static Optional<SpecRule> allowable(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.allowable() && rule.id().equals(id))
                .findFirst();
    }

    static String allowableIds() {
        return Arrays.stream(values())
                .filter(SpecRule::allowable)
                .map(SpecRule::id)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
