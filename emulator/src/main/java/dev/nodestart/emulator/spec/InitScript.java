package dev.nodestart.emulator.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where one init script comes from (clusters-api.md §1, InitScriptInfo).
 *
 * @param kind the one key of the API's object
 * @param destination its {@code destination}, as written
 */
public record InitScript(Kind kind, String destination) {
    /** The seven kinds of location. */
    public enum Kind {
        WORKSPACE,
        VOLUMES,
        FILE,
        S3,
        ABFSS,
        GCS,
        DBFS;

        /** The API's key, such as {@code workspace}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Finds a kind by the API's key. */
        public static Optional<Kind> of(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }
}
