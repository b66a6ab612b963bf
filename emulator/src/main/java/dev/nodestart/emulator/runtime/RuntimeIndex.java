package dev.nodestart.emulator.runtime;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import java.util.List;

/** The one small file with a row per built-in line, so that listing them opens no descriptor. */
final class RuntimeIndex {
    static final String RESOURCE = "/dev/nodestart/runtime/index.json";

    private RuntimeIndex() {}

    static List<RuntimeSummary> read() {
        return JsonCursor.root("index.json", JsonTree.resource(RESOURCE))
                .child("lines")
                .list(RuntimeIndex::row);
    }

    private static RuntimeSummary row(JsonCursor row) {
        return new RuntimeSummary(
                row.child("line").text(),
                row.child("name").text(),
                row.child("versions").text(),
                row.child("scala").list(JsonCursor::text),
                row.child("spark").text(),
                row.child("java").wholeNumber(),
                row.child("python").text(),
                row.optional("r", JsonCursor::text),
                row.child("ubuntu").list(JsonCursor::text),
                DescriptorReader.support(row));
    }
}
