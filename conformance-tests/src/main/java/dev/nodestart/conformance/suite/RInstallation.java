package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** R's version, and the packages that notebooks use. */
final class RInstallation {

    private static final String PACKAGES = "r.packages";
    private static final String NO_R = "The image has no R.";

    private RInstallation() {}

    static List<CheckRule> rules() {
        return List.of(
                should("R-002", "The packages that R notebooks use can be loaded")
                        .capability(Capability.R)
                        .needs(PACKAGES)
                        .why(
                                "Notebooks show results with hwriterPlus and htmltools, and Spark talks to R through Rserve.")
                        .remedy("""
                                RUN R -e "install.packages(c('hwriter', 'TeachingDemos', 'htmltools', 'Rserve'))"
                                hwriterPlus 1.0-3 comes from the archive of CRAN: download it, then
                                RUN R CMD INSTALL hwriterPlus_1.0-3.tar.gz""")
                        .source("databricks/containers ubuntu/R (dcs.md §1.3, §1.5, F25)")
                        .judge(RInstallation::packages),
                should("R-003", "R is not too new for its Rserve")
                        .capability(Capability.R)
                        .needs(PACKAGES)
                        .why(
                                "The runtime's own Rserve 1.8-15 fails under R 4.5; a newer one of the image's is taken where R finds it first.")
                        .remedy("""
                                Pin R to the line's version, or install Rserve 1.8-16 or newer and put it first in /etc/R/Rprofile.site:
                                .libPaths(c('/usr/local/lib/R/site-library', .libPaths()))""")
                        .source("databricks/containers#258; a public Dockerfile from rbase:17.3-LTS (dcs.md §1.5, F26)")
                        .judge(RInstallation::rserve),
                info("R-004", "R has the version of the line")
                        .needs(PACKAGES)
                        .why("The runtime was tried with this version; another one is not wrong, but less tried.")
                        .remedy("Install the R of the line from the CRAN repository, and pin it.")
                        .source("databricks/containers ubuntu/R (dcs.md §1.3, §2, F26)")
                        .judge(RInstallation::version));
    }

    private static Finding packages(Facts facts) {
        if (!Tools.has(facts, "Rscript")) {
            return Finding.skipped(NO_R);
        }
        Map<String, String> found = found(facts.answer(PACKAGES));
        List<String> missing = List.of("hwriterPlus", "Rserve", "htmltools").stream()
                .filter(name -> found.getOrDefault(name, "").isEmpty())
                .toList();
        return missing.isEmpty()
                ? Finding.pass("R loads hwriterPlus, Rserve and htmltools.")
                : Finding.fail(
                        "R cannot load " + missing + ".", facts.answer(PACKAGES).lines());
    }

    private static Finding rserve(Facts facts) {
        if (!Tools.has(facts, "Rscript")) {
            return Finding.skipped(NO_R);
        }
        Map<String, String> found = found(facts.answer(PACKAGES));
        String r = found.getOrDefault("R", "");
        if (before(r, 4, 5)) {
            return Finding.pass("R [" + r + "] works with the runtime's own Rserve.");
        }
        String rserve = found.getOrDefault("Rserve", "");
        if (rserve.isEmpty()) {
            return Finding.fail(
                    "R [" + r
                            + "] does not work with the runtime's Rserve 1.8-15, and the image has no Rserve of its own.",
                    List.of());
        }
        return before(rserve, 1, 8, 16)
                ? Finding.fail("R [" + r + "] does not work with Rserve [" + rserve + "].", List.of())
                : Finding.pass("R [" + r + "] works with the image's Rserve [" + rserve + "].");
    }

    private static Finding version(Facts facts) {
        if (!Tools.has(facts, "Rscript")) {
            return Finding.skipped(NO_R);
        }
        String r = found(facts.answer(PACKAGES)).getOrDefault("R", "");
        String wanted = facts.runtime().r().orElse("");
        if (wanted.isEmpty()) {
            return Finding.pass("R is [" + r + "]; that of the line is not known.");
        }
        return (r + ".").startsWith(wanted + ".")
                ? Finding.pass("R is [" + r + "], that of the line.")
                : Finding.fail("R is [" + r + "], that of the line is [" + wanted + "].", List.of());
    }

    /** Names and versions; an answer without R's own is none. */
    private static Map<String, String> found(Answer answer) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : answer.lines()) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 2) {
                found.put(cells[0], cells[1]);
            }
        }
        if (found.getOrDefault("R", "").isEmpty()) {
            throw new IllegalStateException("Rscript did not tell its version: " + answer.lastLine());
        }
        return found;
    }

    /** Whether a version such as {@code 1.8.16} is before the one whose parts are given. */
    private static boolean before(String version, int... limit) {
        int[] parts = Arrays.stream(version.split("[.-]", -1))
                .filter(part -> part.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .toArray();
        return Arrays.compare(parts, limit) < 0;
    }
}
