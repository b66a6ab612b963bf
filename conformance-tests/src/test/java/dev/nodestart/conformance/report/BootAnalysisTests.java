package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class BootAnalysisTests {
    private final BootAnalysis analysis = new BootAnalysis(Samples.scriptFailed());

    @Test
    void showIsATreeOfNodesStagesAndScripts() {
        assertThat(analysis.show(Style.plain()))
                .containsPattern("(?m)^driver  @[0-9.]+ m?s \\+[0-9.]+ m?s$")
                .containsPattern("(?m)^\\|- inject_runtime ")
                .containsPattern("(?m)^\\|    - \\S+.* @[0-9.]+ m?s +\\+[0-9.]+ m?s  FAILED_EXECUTION$")
                .contains("\n`- pull_image ");
    }

    @Test
    void blameBeginsWithTheSlowest() {
        var lines = analysis.blame(Style.plain()).lines().toList();

        assertThat(lines).hasSizeGreaterThan(2).noneMatch(line -> line.contains(" init_scripts"));
        assertThat(seconds(lines.get(0))).isGreaterThanOrEqualTo(seconds(lines.get(1)));
    }

    @Test
    void plotIsAWholeFile() throws Exception {
        byte[] svg = analysis.plot().getBytes(StandardCharsets.UTF_8);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);

        var root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();

        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getElementsByTagName("rect").getLength()).isGreaterThan(3);
        assertThat(root.getElementsByTagName("style").item(0).getTextContent()).contains("--panel", ".s-pull_image");
    }

    private static double seconds(String line) {
        String[] words = line.strip().split(" +", 3);
        return Double.parseDouble(words[0]) / (words[1].equals("ms") ? 1000 : 1);
    }
}
