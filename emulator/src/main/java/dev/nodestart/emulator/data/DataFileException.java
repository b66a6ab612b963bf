package dev.nodestart.emulator.data;

/** A data file that cannot be used; the message is one sentence with the file, the place and what is wrong there. */
public final class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes the complaint with its whole sentence. */
    public DataFileException(String message) {
        super(message);
    }

    /** A complaint about one place of a file; the problem reads on from the place, such as {@code is missing}. */
    public static DataFileException at(String file, String pointer, String problem) {
        String place = pointer.isEmpty() ? "the whole file" : pointer;
        return new DataFileException("Data file [" + file + "] cannot be used: [" + place + "] " + problem + ".");
    }
}
