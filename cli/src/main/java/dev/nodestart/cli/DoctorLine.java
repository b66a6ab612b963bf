package dev.nodestart.cli;

/**
 * One answer of {@code doctor}.
 *
 * @param level how it is
 * @param name what was looked at
 * @param text what was found
 * @param remedy what to do, empty where nothing needs to be done
 */
record DoctorLine(Level level, String name, String text, String remedy) {

    /** How something is. */
    enum Level {
        OK,
        /** Works, and there is something to know. */
        WARN,
        /** Nodestart cannot be used. */
        PROBLEM
    }

    static DoctorLine ok(String name, String text) {
        return new DoctorLine(Level.OK, name, text, "");
    }

    static DoctorLine warn(String name, String text, String remedy) {
        return new DoctorLine(Level.WARN, name, text, remedy);
    }

    static DoctorLine problem(String name, String text, String remedy) {
        return new DoctorLine(Level.PROBLEM, name, text, remedy);
    }
}
