package dev.nodestart.emulator.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class PlainTextTests {
    private static final String VIRTUALENV =
            "Cannot run program \"virtualenv\" (in directory \"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2";

    @Test
    void paragraphsAreOneLineEachByTheirFirstLine() {
        assertThat(PlainText.of("one\ntwo\n\nthree\r\n  four")).contains(entry(1L, "one two"), entry(4L, "three four"));
    }

    @Test
    void quotationOfMailsAndTerraformIsTakenAway() {
        assertThat(PlainText.of("> could not\n> > mkdir\n\u2502 in container"))
                .contains(entry(1L, "could not mkdir in container"));
    }

    @Test
    void codesOfPagesAndAddressesAreRead() {
        assertThat(PlainText.of("<b>a</b> &quot;b&quot; &#39;c&#x27; &lt;&unknown;")
                        .get(1L))
                .isEqualTo("a \"b\" 'c' <&unknown;");
        assertThat(PlainText.of("x=a%20%22b%22%20c").get(1L)).isEqualTo("x=a \"b\" c");
        assertThat(PlainText.of("100%20 of it").get(1L)).isEqualTo("100%20 of it");
        assertThat(PlainText.of("&#0;&#55296;&#99999;").get(1L)).isNull();
    }

    @Test
    void explainKnowsAMessageHoweverItWasPasted() {
        assertThat(
                        Explained.ids(
                                "Cannot run program\n\"virtualenv\" (in directory\n\"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2"))
                .containsExactly("DCS-F01");
        assertThat(Explained.ids("<span>" + VIRTUALENV.replace("\"", "&quot;") + "</span>"))
                .containsExactly("DCS-F01");
        assertThat(Explained.ids(VIRTUALENV.replace("\"", "\u201d"))).containsExactly("DCS-F01");
        assertThat(Explained.text("> Could not\n> mkdir in container").notes())
                .containsExactly(
                        "It was read as one line a paragraph, without quotation marks of mails and codes of web pages.");
    }

    @Test
    void explainLeavesAloneWhatIsNoMessageOfThePlatform() {
        assertThat(Explained.ids("The cluster was slow.\nIs the virtualenv team\non holiday?"))
                .isEmpty();
    }

    @Test
    void explainKnowsRefusalsOfTheCreateCallAndScriptsThatWereNotFetched() {
        assertThat(Explained.ids(
                        "File init scripts (specified with a file:/ prefix) can only be specified for clusters"))
                .containsExactly("TERM-INVALID_PARAMETER_VALUE-file");
        assertThat(Explained.ids(
                        "Cluster validation error: Missing required field: settings.cluster_spec.new_cluster.size"))
                .containsExactly("TERM-INVALID_PARAMETER_VALUE-missing");
        assertThat(Explained.ids("[{\"type\": \"INIT_SCRIPTS_FINISHED\", \"details\": {\"init_scripts\": {\"cluster\":"
                        + " [{\"status\": \"FAILED_FETCH\"}]}}}]"))
                .containsExactly("DCS-F52");
    }

    @Test
    void explainDoesNotTakeTheStartScriptsForInitScripts() {
        assertThat(Explained.ids("/databricks/spark/bin/load-spark-env.sh: line 68: ps: command not found"))
                .containsExactly("DCS-F17");
        assertThat(Explained.ids("/databricks/spark/conf/spark-env.sh: line 18: appends: command not found"))
                .containsExactly("DCS-F72");
        assertThat(Explained.ids(
                        "Failed to launch spark container on instance i-1. Exception: Could not mkdir in container"))
                .startsWith("DCS-F16");
    }
}
