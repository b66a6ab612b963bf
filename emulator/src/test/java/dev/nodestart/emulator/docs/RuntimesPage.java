package dev.nodestart.emulator.docs;

import dev.nodestart.emulator.runtime.NodeType;
import dev.nodestart.emulator.runtime.NodeTypes;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders {@code docs/runtimes.md}. */
final class RuntimesPage {
    private static final String HEAD = """
            # Runtime lines and node types

            This page is made from the data files in `fake-runtime/src/main/resources/dev/nodestart/runtime`; do not edit it.
            Each group of values there names its source and how sure it is: D documented, S an artefact of the vendor,
            U observed by users, I inferred, R recalled. Values that are only recalled are marked with (R) here.

            Add lines and node types of your own with `--descriptors DIR`: `DIR/lines/*.json` and `DIR/node-types.json` in
            the same form (the schemas lie beside the built-in files). A line's file may take everything that it does not
            say from a built-in one: `{"extends": "15.4", "line": "15.4-acme", ...}`.

            ## Lines

            """;

    private RuntimesPage() {}

    static String render(List<RuntimeDescriptor> lines, NodeTypes types) {
        return HEAD
                + overview(lines)
                + "\n## Python, Java and what an image must bring\n\n"
                + demands(lines)
                + "\n## Notes\n\n"
                + notes(lines)
                + "\n## Node types\n\n"
                + "Sizes are recalled from public cloud sheets (R). A type that is not listed sets no limits.\n\n"
                + nodeTypes(types)
                + "\nFamilies on arm64, which take no custom image: "
                + types.arm64Families().stream()
                        .map(family -> "`" + family + "`")
                        .collect(Collectors.joining(", "))
                + ".\n";
    }

    private static MarkdownTable overview(List<RuntimeDescriptor> lines) {
        MarkdownTable table = new MarkdownTable(
                "line",
                "Spark",
                "Scala",
                "Java",
                "Python",
                "R",
                "Ubuntu",
                "CUDA",
                "released",
                "end of support",
                "tags");
        for (RuntimeDescriptor line : lines) {
            table.row(
                    line.line(),
                    line.spark() + mark(line, "spark"),
                    String.join(", ", line.scala()),
                    line.java().defaultMajor() + mark(line, "java"),
                    line.python().minor() + mark(line, "python"),
                    optional(line.r(), line, "r"),
                    String.join(", ", line.ubuntu()) + mark(line, "ubuntu"),
                    optional(line.cuda(), line, "gpu"),
                    optional(line.support().released().map(Object::toString), line, "support"),
                    optional(line.support().endOfSupport().map(Object::toString), line, "support"),
                    line.baseImages().tags().stream()
                            .map(tag -> "`" + tag + "`")
                            .collect(Collectors.joining(", ")));
        }
        return table;
    }

    private static MarkdownTable demands(List<RuntimeDescriptor> lines) {
        MarkdownTable table = new MarkdownTable(
                "line",
                "JNAME may choose",
                "root environment",
                "cells run in",
                "kernel imports",
                "virtualenv at start",
                "user libraries",
                "acl",
                "UTF-8 locale",
                "python-lsp",
                "pins (lsp)");
        for (RuntimeDescriptor line : lines) {
            table.row(
                    line.line(),
                    line.java().jnameMajors().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    "`" + line.python().root() + "`",
                    line.python().repl().key(),
                    String.join(", ", line.python().replImports()),
                    yes(line.driverNfsNeedsVirtualenv()),
                    yes(line.expectations().librariesUser()),
                    yes(line.expectations().acl()),
                    yes(line.expectations().utf8Locale()),
                    yes(line.expectations().languageServer()),
                    line.pins().size() + " (" + line.lspPins().size() + ")");
        }
        return table;
    }

    private static String notes(List<RuntimeDescriptor> lines) {
        return lines.stream()
                .map(line -> "- **" + line.line() + "**: " + String.join(" ", line.notes()) + "\n")
                .collect(Collectors.joining());
    }

    private static MarkdownTable nodeTypes(NodeTypes types) {
        MarkdownTable table = new MarkdownTable("node_type_id", "cores", "memory GiB", "local disk GB", "GPUs");
        for (NodeType type : types.list()) {
            double memory = type.memoryBytes() / (double) (1L << 30);
            table.row(
                    "`" + type.id() + "`",
                    String.valueOf(type.cores()),
                    memory == Math.rint(memory) ? String.valueOf((long) memory) : String.valueOf(memory),
                    type.diskBytes() == 0 ? "" : String.valueOf(type.diskBytes() / 1_000_000_000L),
                    type.gpus() == 0 ? "" : type.gpus() + " " + type.gpuModel());
        }
        return table;
    }

    private static String optional(Optional<String> value, RuntimeDescriptor line, String group) {
        return value.map(text -> text + mark(line, group)).orElse("");
    }

    private static String mark(RuntimeDescriptor line, String group) {
        boolean recalled = Optional.ofNullable(line.provenance().get(group))
                .filter(provenance -> "R".equals(provenance.confidence().letter()))
                .isPresent();
        return recalled ? " (R)" : "";
    }

    private static String yes(boolean value) {
        return value ? "yes" : "";
    }
}
