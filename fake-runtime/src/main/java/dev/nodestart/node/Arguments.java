package dev.nodestart.node;

import java.util.Optional;

/** Reads Spark-style arguments. */
final class Arguments {
    private Arguments() {}

    /** The argument after a flag. */
    static String value(String[] args, String flag, String otherwise) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(flag)) {
                return args[i + 1];
            }
        }
        return otherwise;
    }

    /** The master's address, without its scheme. */
    static Optional<String> master(String[] args) {
        for (String arg : args) {
            if (arg.startsWith("spark://")) {
                return Optional.of(arg.substring("spark://".length()));
            }
        }
        return Optional.empty();
    }
}
