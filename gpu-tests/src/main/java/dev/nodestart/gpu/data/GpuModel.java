package dev.nodestart.gpu.data;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A GPU of Databricks' instance types.
 *
 * @param name such as {@code A10/A10G}
 * @param named what the driver calls it
 * @param computeCapability such as {@code 8.6}
 * @param firstToolkit the first toolkit that makes code for it
 * @param lastToolkit the last one, empty where there is none yet
 * @param floor the copy rate within its memory below which it is slow, in GB/s, reads and writes counted
 * @param instances where it is found
 * @param provenance where the facts come from
 */
public record GpuModel(
        String name,
        Pattern named,
        Version computeCapability,
        Version firstToolkit,
        Optional<Version> lastToolkit,
        int floor,
        List<String> instances,
        Provenance provenance) {

    static GpuModel read(JsonCursor row) {
        return new GpuModel(
                row.child("name").text(),
                pattern(row.child("named")),
                VersionRow.version(row.child("compute_capability")),
                VersionRow.version(row.child("first_toolkit")),
                row.optional("last_toolkit", VersionRow::version),
                row.child("floor_gb_per_s").wholeNumber(),
                row.child("instances").list(JsonCursor::text),
                Provenance.read(row));
    }

    private static Pattern pattern(JsonCursor text) {
        try {
            return Pattern.compile(text.text());
        } catch (PatternSyntaxException e) {
            throw text.problem("is no regular expression: " + e.getDescription());
        }
    }
}
