package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.Requirements;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.testing.Launches;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextStepTests {

    @Test
    void printWhenAVariableIsShortGivesTheWholeCommand() throws IOException {
        assertThat(console("short"))
                .contains("nodestart launch registry.example/team/etl:1.4 --dbr 15.4 --env A=short");
    }

    @Test
    void printWhenACommandIsTooLongToPasteSaysItInWords() throws IOException {
        assertThat(console("x".repeat(3_000)))
                .contains("the same with [launch --detach] in place of [verify]")
                .doesNotContain("xxx");
    }

    private static String console(String value) throws IOException {
        ObjectNode spec = Launches.spec();
        spec.remove("init_scripts");
        spec.remove("spark_conf");
        spec.putObject("spark_env_vars").put("A", value);
        VerifyResult result = VerifyResult.conclude(
                Launches.withLine("15.4", "15.4.x-scala2.12", spec),
                Requirements.defaults(),
                Selection.parse(List.of("boot"), List.of(), List.of()),
                List.of(),
                List.of(),
                Optional.empty());
        StringBuilder text = new StringBuilder();
        new ConsoleReport(Style.plain()).write(result, text);
        return text.toString();
    }
}
