package dev.nodestart.gpu.data;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.Provenance;
import java.util.Optional;

/**
 * The driver of a kind of node.
 *
 * @param name such as {@code dbr-15.4-aws}
 * @param line the runtime line, empty for a profile that belongs to none
 * @param cloud {@code aws}, {@code azure} or {@code gcp}
 * @param driver the driver's version, empty where nobody has published it
 * @param provenance where the fact comes from
 */
public record DriverProfile(
        String name, Optional<String> line, String cloud, Optional<Version> driver, Provenance provenance) {
    private static final String UNKNOWN = "unknown";

    static DriverProfile read(JsonCursor row) {
        JsonCursor driver = row.child("driver");
        return new DriverProfile(
                row.child("name").text(),
                row.optional("line", JsonCursor::text),
                row.child("cloud").text(),
                driver.text().equals(UNKNOWN) ? Optional.empty() : Optional.of(VersionRow.version(driver)),
                Provenance.read(row));
    }
}
