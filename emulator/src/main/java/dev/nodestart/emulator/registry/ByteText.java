package dev.nodestart.emulator.registry;

import java.util.Locale;

/** Numbers of bytes for people, in Docker's decimal units. */
final class ByteText {

    private ByteText() {}

    static String of(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return scaled(bytes / 1e3, "kB");
        }
        return bytes < 1_000_000_000 ? scaled(bytes / 1e6, "MB") : scaled(bytes / 1e9, "GB");
    }

    private static String scaled(double value, String unit) {
        return String.format(Locale.ROOT, "%.1f %s", value, unit);
    }
}
