package dev.nodestart.conformance;

import java.util.Locale;

/** What a failing check means for the capability that it belongs to. */
public enum Severity {
    /** The capability does not work. */
    MUST,
    /** The capability may suffer. */
    SHOULD,
    /** Nothing: worth knowing. */
    INFO;

    /** The name used in reports, such as {@code must}. */
    public String reportName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
