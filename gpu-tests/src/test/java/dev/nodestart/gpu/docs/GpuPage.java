package dev.nodestart.gpu.docs;

import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.emulator.data.Provenance;
import dev.nodestart.gpu.data.CudaTables;
import dev.nodestart.gpu.data.Version;
import java.util.Locale;

/** Renders {@code docs/gpu.md}. */
final class GpuPage {
    private GpuPage() {}

    static String render(String head, CheckSuite suite, CudaTables tables) {
        StringBuilder page = new StringBuilder(head);
        page.append("## The checks\n\n| id | what | |\n| --- | --- | --- |\n");
        suite.checks()
                .forEach(check -> page.append("| [")
                        .append(check.id())
                        .append("](#")
                        .append(check.id().toLowerCase(Locale.ROOT))
                        .append(") | ")
                        .append(check.title())
                        .append(" | ")
                        .append(severity(check))
                        .append(" |\n"));
        tables(page, tables);
        suite.checks()
                .forEach(check -> page.append("\n### ")
                        .append(check.id())
                        .append("\n\n**")
                        .append(check.title())
                        .append("** (")
                        .append(severity(check))
                        .append(")\n\n")
                        .append(check.why())
                        .append("\n\n```\n")
                        .append(check.remedy().strip())
                        .append("\n```\n\nSource: ")
                        .append(check.source())
                        .append('\n'));
        return page.toString();
    }

    private static String severity(Check check) {
        return check.severity().reportName() + (check.proof() ? ", proves `gpu`" : "");
    }

    private static void tables(StringBuilder page, CudaTables tables) {
        page.append(
                "\n## Toolkits and drivers\n\n| toolkit | oldest driver of its family | its own driver |\n| --- | --- | --- |\n");
        tables.families()
                .forEach(row -> page.append("| CUDA ")
                        .append(row.toolkit())
                        .append(".x | ")
                        .append(row.driver())
                        .append(" (")
                        .append(letter(row.provenance()))
                        .append(") | |\n"));
        tables.toolkits()
                .forEach(row -> page.append("| ")
                        .append(row.toolkit())
                        .append(" | | ")
                        .append(row.driver())
                        .append(" (")
                        .append(letter(row.provenance()))
                        .append(") |\n"));
        page.append(
                "\n## GPUs\n\n| GPU | compute capability | first toolkit | last toolkit | floor GB/s | where | |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        tables.gpus()
                .forEach(gpu -> page.append("| ")
                        .append(gpu.name())
                        .append(" | ")
                        .append(gpu.computeCapability())
                        .append(" | ")
                        .append(gpu.firstToolkit())
                        .append(" | ")
                        .append(gpu.lastToolkit().map(Version::toString).orElse(""))
                        .append(" | ")
                        .append(gpu.floor())
                        .append(" | ")
                        .append(String.join(", ", gpu.instances()))
                        .append(" | ")
                        .append(letter(gpu.provenance()))
                        .append(" |\n"));
        page.append("\n## Driver profiles\n\n| profile | driver | source | |\n| --- | --- | --- | --- |\n");
        tables.profiles()
                .forEach(profile -> page.append("| ")
                        .append(profile.name())
                        .append(" | ")
                        .append(profile.driver().map(Version::toString).orElse("unknown"))
                        .append(" | ")
                        .append(profile.provenance().source())
                        .append(" | ")
                        .append(letter(profile.provenance()))
                        .append(" |\n"));
        page.append(
                "\nLetters: D documented, S an artefact of the vendor, U observed by users or measured, I inferred, R recalled.\n");
    }

    private static String letter(Provenance provenance) {
        return provenance.confidence().letter();
    }
}
