package dev.nodestart.conformance.corpus;

import dev.nodestart.emulator.model.TerminationReason;
import java.util.List;
import java.util.Locale;

/** Renders {@code docs/detection.md}. */
final class DetectionPage {
    private DetectionPage() {}

    static String render(Score score) {
        StringBuilder page = new StringBuilder("""
                # What is detected

                Every image of the folder `corpus` is built and verified as a user would do it, and the answer is compared with
                what its `case.json` asks for. This page is written by that run, and the run fails where it is not current:

                ```
                mvn -pl conformance-tests -am verify -Dit.test=CorpusIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \\
                    -Dcorpus.only=all -Dnodestart.generate=true
                ```

                One case alone: `-Dcorpus.only=no-virtualenv`. The ids are those of [causes.md](causes.md).

                """);
        page.append(score.table());
        page.append("\n## Broken images\n\n");
        page.append("| case | what is wrong | verdict | termination | named first | named too | as it must be |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        score.broken().forEach(result -> page.append(broken(result)));
        page.append("\n## Good images\n\n");
        page.append("| case | what it is | verdict | accused of |\n| --- | --- | --- | --- |\n");
        score.good().forEach(result -> page.append(good(result)));
        return page.toString();
    }

    private static String broken(CaseResult result) {
        List<String> causes = result.causes();
        return "| %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        result.wanted().name(),
                        result.wanted().cause().orElse(""),
                        verdict(result),
                        result.reason().map(TerminationReason::code).orElse("-"),
                        causes.isEmpty() ? "-" : causes.get(0),
                        causes.size() < 2 ? "-" : String.join(", ", causes.subList(1, causes.size())),
                        result.problems().isEmpty() ? "yes" : "**no**");
    }

    private static String good(CaseResult result) {
        List<String> accusations = result.causes().isEmpty() ? result.complaints() : result.causes();
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        result.wanted().name(),
                        result.wanted().title(),
                        verdict(result),
                        accusations.isEmpty() ? "nothing" : "**" + String.join(", ", accusations) + "**");
    }

    private static String verdict(CaseResult result) {
        return result.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
