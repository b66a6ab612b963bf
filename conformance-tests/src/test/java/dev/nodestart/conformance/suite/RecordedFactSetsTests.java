package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.CheckRunner;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.FactSets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the suite says of images whose bases cannot be built everywhere, from {@code factsets/}. */
class RecordedFactSetsTests {

    @Test
    void runOnAlpineDeniesWhatItsPackagesLack() {
        assertThat(findings("alpine", JavaVersionCases.withoutJname("15.4", "15.4.x-scala2.12")))
                .containsExactly(
                        "SYSTEM-003 WARN: The image's C library is musl: binary packages made for glibc do not work.",
                        "SYSTEM-010 WARN: [setfacl --version] does not work: /bin/sh: setfacl: not found.",
                        "SYSTEM-011 WARN: The locale of the image is [], not a UTF-8 one.",
                        "R-001 FAIL: This image has no R, so every R cell fails.",
                        "LIBRARIES-001 FAIL: Cluster libraries cannot be installed without the user [libraries] and setfacl.",
                        "DBFS-001 FAIL: /dbfs cannot be mounted: the image has no fusermount.",
                        "WORKSPACE-001 FAIL: /Workspace cannot be mounted: the image has no fusermount.",
                        "VOLUMES-001 FAIL: /Volumes cannot be mounted: the image has no fusermount.",
                        "SSH-001 FAIL: This image has no SSH server.",
                        "LSP-001 FAIL: Notebooks get no autocompletion: /databricks/python-lsp has no python-lsp-server.");
    }

    @Test
    void runOnCentosWarnsThatItIsNotDocumented() {
        assertThat(findings("centos", JavaVersionCases.withoutJname("15.4", "15.4.x-scala2.12")))
                .containsExactly(
                        "SYSTEM-001 WARN: The image is [CentOS Linux 8]; the platform documents Ubuntu and Alpine.",
                        "SYSTEM-010 WARN: [setfacl --version] does not work: /bin/sh: setfacl: command not found.",
                        "SYSTEM-011 WARN: The locale of the image is [], not a UTF-8 one.",
                        "R-001 FAIL: This image has no R, so every R cell fails.",
                        "LIBRARIES-001 FAIL: Cluster libraries cannot be installed without the user [libraries] and setfacl.",
                        "SSH-001 FAIL: This image has no SSH server.",
                        "LSP-001 FAIL: Notebooks get no autocompletion: /databricks/python-lsp has no python-lsp-server.");
    }

    @Test
    void runOnUbuntu2404WithZulu17OnlyMissesR() {
        assertThat(findings("ubuntu-24.04-zulu17", JavaVersionCases.withoutJname("17.3", "17.3.x-scala2.13")))
                .containsExactly("R-001 FAIL: This image has no R, so every R cell fails.");
    }

    @Test
    void runOnUbuntu2404WithZulu17OnAnOlderLineWarnsOfItsJava() {
        assertThat(findings("ubuntu-24.04-zulu17", JavaVersionCases.withoutJname("15.4", "15.4.x-scala2.12")))
                .containsExactly(
                        "JAVA-001 WARN: The default Java is [17.0.16], and DBR [15.4] is made for Java [8].",
                        "R-001 FAIL: This image has no R, so every R cell fails.");
    }

    /** Python is left out: these sets have the base set's, which is one of 15.4. */
    private static List<String> findings(String folder, Facts facts) {
        return new CheckRunner(List.of(new PlatformSuite()), Selection.all(), Policy.none(), LocalDate.EPOCH, () -> 0)
                .run(FactSets.answeredAs(folder, facts)).stream()
                        .filter(result -> !result.check().category().equals("python"))
                        .filter(result -> result.outcome() != Outcome.PASS && result.outcome() != Outcome.SKIPPED)
                        .map(result -> result.check().id() + " " + result.outcome() + ": " + result.message())
                        .toList();
    }
}
