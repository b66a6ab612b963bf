package dev.nodestart.cli;

/** The product's version. */
final class Version {
    private Version() {}

    /** From the jar's manifest; {@code development} where it was not packed into one. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
