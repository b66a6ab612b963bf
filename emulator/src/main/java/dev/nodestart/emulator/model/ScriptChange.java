package dev.nodestart.emulator.model;

import java.util.Locale;

/**
 * One thing that is otherwise on a node than before an init script ran.
 *
 * @param kind what it is
 * @param act what became of it
 * @param name such as {@code virtualenv}, {@code unzip} or {@code /etc/environment}
 * @param detail the program's path, versions as {@code 5.7.1 to 4.3.3}, a user's number; empty where there is none
 */
public record ScriptChange(Kind kind, Act act, String name, String detail) {
    /** What changed. */
    public enum Kind {
        /** A program that the platform or its users call by name. */
        TOOL,
        /** A package of the node's Python environment. */
        PIP,
        /** A package of Debian's or Ubuntu's package manager. */
        DPKG,
        /** The database of another package manager, which does not tell which package. */
        DATABASE,
        /** A user of {@code /etc/passwd}. */
        USER,
        /** A group of {@code /etc/group}. */
        GROUP,
        /** A file that sets how later programs start. */
        ENVIRONMENT,
        /** A process that outlives the script. */
        PROCESS,
        /** How many changes there are beyond those that are told. */
        MORE;

        /** As it stands in the recording. */
        public String reportName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. */
    public enum Act {
        ADDED,
        CHANGED,
        REMOVED;

        /** As it stands in the recording. */
        public String reportName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A few words, such as {@code removed virtualenv (/usr/bin/virtualenv)}. */
    public String words() {
        String subject = detail.isEmpty() ? name : name + " (" + detail + ")";
        return switch (kind) {
            case TOOL -> act.reportName() + " " + subject;
            case PIP -> act.reportName() + " Python package " + subject;
            case DPKG -> act.reportName() + " package " + subject;
            case DATABASE -> act.reportName() + " packages, seen by " + subject;
            case USER -> act.reportName() + " user " + subject;
            case GROUP -> act.reportName() + " group " + subject;
            case ENVIRONMENT -> act.reportName() + " settings " + subject;
            case PROCESS -> act == Act.REMOVED ? "ended " + subject : "left running " + subject;
            case MORE -> "and " + name + " more changes";
        };
    }
}
