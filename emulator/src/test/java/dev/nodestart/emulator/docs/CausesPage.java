package dev.nodestart.emulator.docs;

import dev.nodestart.emulator.diagnosis.Catalogue;
import dev.nodestart.emulator.diagnosis.Cause;
import dev.nodestart.emulator.diagnosis.LineSpan;
import dev.nodestart.emulator.model.Stage;
import java.util.Locale;
import java.util.stream.Collectors;

/** Renders {@code docs/causes.md}. */
final class CausesPage {
    private static final String HEAD = """
            # Known causes

            Why a custom image does not start, or starts and does not work, with what to change. This page is made from the
            data files `catalogue.json` and `catalogue-gpu.json` of
            `emulator/src/main/resources/dev/nodestart/emulator/diagnosis`; do not edit it.
            "Found by" says who can find a cause: a launch, a check on a running node, or a text of the real platform only.
            The letter after the source says how sure the fact is: D documented, S an artefact of the vendor, U observed by
            users, I inferred, R recalled. `{line}` stands for the runtime line.

            """;

    private CausesPage() {}

    static String render(Catalogue catalogue) {
        MarkdownTable contents = new MarkdownTable("id", "cause", "found by");
        for (Cause cause : catalogue.causes()) {
            contents.row(
                    "[" + cause.id() + "](#" + cause.id().toLowerCase(Locale.ROOT) + ")", cause.title(), who(cause));
        }
        return HEAD
                + contents
                + catalogue.causes().stream().map(CausesPage::section).collect(Collectors.joining());
    }

    private static String section(Cause cause) {
        String paste = cause.paste().isEmpty() ? "" : "\n```\n" + String.join("\n", cause.paste()) + "\n```\n";
        return "\n## " + cause.id() + "\n\n**" + cause.title() + "**\n\n"
                + "- Symptom: " + cause.symptom() + "\n"
                + cause.code()
                        .map(code -> "- Termination code: `" + code + "`\n")
                        .orElse("")
                + stages(cause)
                + lines(cause.lines())
                + "- Cause: " + cause.cause() + "\n"
                + "- Fix: " + cause.fix() + "\n"
                + "- Found by: " + who(cause) + "\n"
                + "- Source: " + cause.provenance().source() + " ("
                + cause.provenance().confidence().letter() + ")\n"
                + paste;
    }

    private static String stages(Cause cause) {
        return cause.stages().isEmpty()
                ? ""
                : cause.stages().stream()
                        .sorted()
                        .map(Stage::reportName)
                        .collect(Collectors.joining("`, `", "- Shows at: `", "`\n"));
    }

    private static String lines(LineSpan span) {
        String from = span.from().map(line -> " from " + line + " on").orElse("");
        String to = span.to().map(line -> " up to " + line).orElse("");
        return from.isEmpty() && to.isEmpty() ? "" : "- Lines:" + from + to + "\n";
    }

    private static String who(Cause cause) {
        return switch (cause.detectable()) {
            case LAUNCH -> "a launch";
            case CHECK -> "a check";
            case TEXT -> "a text of the platform";
            case NONE -> "nobody here";
        };
    }
}
