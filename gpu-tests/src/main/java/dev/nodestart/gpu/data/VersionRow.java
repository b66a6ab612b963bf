package dev.nodestart.gpu.data;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.Provenance;

/**
 * A version that stands for another one.
 *
 * @param of a driver branch, such as {@code 550}, or a toolkit, such as {@code 12.4}
 * @param is the CUDA version of that driver's API, or the PTX version of that toolkit's compiler
 * @param provenance where the fact comes from
 */
public record VersionRow(Version of, Version is, Provenance provenance) {

    static VersionRow read(JsonCursor row, String of, String is) {
        return new VersionRow(version(row.child(of)), version(row.child(is)), Provenance.read(row));
    }

    static Version version(JsonCursor text) {
        return Version.parse(text.text()).orElseThrow(() -> text.problem("must be numbers with dots between them"));
    }
}
