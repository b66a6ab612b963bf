package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need no engine, run whole. */
class CommandsTests {

    /** Nothing answers there, and nothing else may be used. */
    private static final Map<String, String> NO_ENGINE = Map.of("DOCKER_HOST", "unix:///does/not/exist");

    @Test
    void runtimesListGivesARowALine() {
        Run run = run("runtimes", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .contains("15.4 LTS  3.5.0  2.12        8     3.11    4.3    22.04         2027-08-19");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void runtimesListJsonIsOneDocument() throws Exception {
        JsonNode runtimes = json(run("runtimes", "list", "--json")).path("runtimes");

        assertThat(runtimes.findValuesAsText("line")).contains("7.3", "15.4", "18");
    }

    @Test
    void runtimesShowGivesOneLine() {
        assertThat(run("runtimes", "show", "15.4").out())
                .contains("Java                8 by default; JNAME chooses 8, 17\n")
                .contains("Python              3.11 in /databricks/python3\n");
    }

    @Test
    void runtimesShowWhenTheLineIsUnknownListsTheKnownOnes() {
        Run run = run("runtimes", "show", "99");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("nodestart: There is no runtime line [99]; known are [7.3, 8.x, ");
    }

    @Test
    void checksListJsonGivesWhatScriptsNeed() throws Exception {
        JsonNode checks = json(run("checks", "list", "--json")).path("checks");

        assertThat(checks).isNotEmpty();
        assertThat(checks.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "title",
                        "category",
                        "severity",
                        "capability",
                        "lines",
                        "tags",
                        "why",
                        "remedy",
                        "source");
    }

    @Test
    void checksShowGivesOneCheckInAnyCase() {
        Run run = run("checks", "show", "python-001");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("PYTHON-001  ").contains("\nremedy      ");
    }

    @Test
    void checksShowWhenThereIsNoneSaysWhereTheyAreListed() {
        Run run = run("checks", "show", "NOPE-1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("nodestart: There is no check [NOPE-1]. See all with [nodestart checks list].\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checks", "runtimes"})
    void aCommandWithoutItsSubcommandPrintsItsHelp(String command) {
        Run run = run(command);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: nodestart " + command).contains("list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps",
                "exec",
                "shell",
                "logs",
                "events",
                "stop",
                "prune",
                "doctor",
                "report",
                "checks",
                "runtimes",
                "completion",
                "matrix",
                "diff",
                "explain",
                "analyze",
                "bundle"
            })
    void everyCommandHasHelpWithExamples(String command) {
        Run run = run(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: nodestart " + command).contains("Examples:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionKnowsEveryCommand(String shell) {
        Run run = run("completion", shell);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("verify matrix launch ps exec shell");
    }

    @Test
    void completionWhenTheShellIsUnknownNamesTheKnownOnes() {
        Run run = run("completion", "tcsh");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("[bash, zsh]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ps", "prune"})
    void whatNeedsAnEngineSaysThatNoneAnswers(String command) {
        Run run = run(command);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .isEqualTo("nodestart: The engine at [unix:///does/not/exist], chosen by DOCKER_HOST, does not answer:"
                        + " there is no socket. Start it, or unset DOCKER_HOST to use this machine's own engine.\n");
    }

    @Test
    void stopWithoutARunAsksForOne() {
        assertThat(run("stop").err())
                .isEqualTo("nodestart: Name the run to stop, or write [nodestart stop --all] for all of yours. See"
                        + " them with [nodestart ps].\n");
        assertThat(run("stop", "abc", "--all").exitCode()).isEqualTo(2);
    }

    @Test
    void verifyOfABootAloneThatRequiresSomethingIsRefusedBeforeAnEngineIsNeeded() {
        Run run = run("verify", "image:1", "--dbr", "15.4", "--require", "gpu", "--only", "boot");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("nodestart: With only [boot] no check runs, so nothing would show whether the required [gpu]"
                        + " works: leave out [boot], or the requirement.\n");
    }

    @Test
    void execWithoutALanguageAsksForOne() {
        Run run = run("exec");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--python").contains("--shell");
    }

    @Test
    void execWithTwoLanguagesIsRefused() {
        assertThat(run("exec", "--python", "1", "--shell", "true").exitCode()).isEqualTo(2);
    }

    @Test
    void execWhenTheTimeLimitIsNoneIsRefusedBeforeAnEngineIsAskedFor() {
        assertThat(run("exec", "--shell", "true", "--timeout", "soon").err())
                .startsWith("nodestart: --timeout: [soon] is not a time.");
    }

    private static Run run(String... arguments) {
        return Run.of(NO_ENGINE, arguments);
    }

    private static JsonNode json(Run run) throws Exception {
        assertThat(run.exitCode()).isZero();
        return new ObjectMapper().readTree(run.out());
    }
}
