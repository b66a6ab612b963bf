package dev.nodestart.node;

/** A place where the commands of one language run, one after another, and what they leave stays. */
interface Session {
    /** Runs a command to its end, starting the session first where it does not run. */
    void run(Cell cell) throws Exception;

    /** Interrupts the running command, and kills the session when that does not help. */
    void cancel();

    /** Whether the session has been started and lives. */
    boolean isAlive();
}
