package dev.nodestart.emulator.explain;

import java.util.Locale;

/** Where a cause lies. */
public enum Blame {
    /** The image, the spec or an init script: what the user can change. */
    IMAGE(""),
    /** The cloud provider: capacity, quotas, networks, permissions there. */
    CLOUD("Not the image's fault: this lies with the cloud provider or the account there."),
    /** Settings and permissions of the workspace. */
    WORKSPACE("Not the image's fault: this lies with a setting or a permission of the workspace."),
    /** The platform's own services. */
    PLATFORM("Not the image's fault: this lies with the platform's own services."),
    /** A cluster that ended as it should. */
    NOBODY("Nothing failed: the cluster was ended on purpose.");

    private final String sentence;

    Blame(String sentence) {
        this.sentence = sentence;
    }

    /** A sentence for people; empty for the image. */
    public String sentence() {
        return sentence;
    }

    /** The name used in JSON, such as {@code cloud}. */
    public String reportName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
