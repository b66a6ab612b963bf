package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.model.FolderChange;
import dev.nodestart.emulator.model.ScriptChange;
import dev.nodestart.emulator.model.ScriptChanges;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void deedsOfAScriptAreToldWithItsFilesByFolder() {
        ScriptChanges changes = new ScriptChanges(
                List.of(new ScriptChange(
                        ScriptChange.Kind.TOOL, ScriptChange.Act.REMOVED, "virtualenv", "/usr/bin/virtualenv")),
                List.of(
                        new FolderChange("/opt/thing", 7, 1, 0, List.of("+/opt/thing/one", "~/opt/thing/two")),
                        new FolderChange("/usr/bin", 0, 0, 1, List.of("-/usr/bin/virtualenv"))));

        assertThat(ScriptDeeds.lines(changes))
                .containsExactly(
                        "removed virtualenv (/usr/bin/virtualenv)",
                        "/opt/thing: 7 added, 1 changed  +one ~two …",
                        "/usr/bin: 1 removed  -virtualenv");
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
