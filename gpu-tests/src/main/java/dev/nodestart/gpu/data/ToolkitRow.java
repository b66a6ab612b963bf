package dev.nodestart.gpu.data;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.Provenance;

/**
 * A CUDA toolkit, or a family of them, and a driver.
 *
 * @param toolkit its version; of a family the first number only
 * @param driver for a family the oldest driver that runs it; for a toolkit the driver that it ships with
 * @param provenance where the fact comes from
 */
public record ToolkitRow(Version toolkit, Version driver, Provenance provenance) {

    static ToolkitRow read(JsonCursor row) {
        return new ToolkitRow(
                VersionRow.version(row.child("toolkit")),
                VersionRow.version(row.child("driver")),
                Provenance.read(row));
    }
}
