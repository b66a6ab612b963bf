package dev.nodestart.emulator.docs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.runtime.RuntimeSummary;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the index of the lines, one row a line. */
final class RuntimeIndexFile {
    private RuntimeIndexFile() {}

    static String render(List<RuntimeSummary> rows) {
        return rows.stream()
                .map(row -> "    " + row(row))
                .collect(Collectors.joining(
                        ",\n", "{\n  \"$schema\": \"schemas/index.schema.json\",\n  \"lines\": [\n", "\n  ]\n}\n"));
    }

    private static ObjectNode row(RuntimeSummary line) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("line", line.line());
        row.put("name", line.name());
        row.put("versions", line.versions());
        line.scala().forEach(row.withArray("scala")::add);
        row.put("spark", line.spark());
        row.put("java", line.java());
        row.put("python", line.python());
        line.r().ifPresent(r -> row.put("r", r));
        line.ubuntu().forEach(row.withArray("ubuntu")::add);
        row.put("long_term", line.support().longTerm());
        line.support().released().ifPresent(day -> row.put("released", day.toString()));
        line.support().endOfSupport().ifPresent(day -> row.put("end_of_support", day.toString()));
        return row;
    }
}
