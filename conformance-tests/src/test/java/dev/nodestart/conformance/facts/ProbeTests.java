package dev.nodestart.conformance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTests {

    private static final Answer NONE = new Answer(-1, "", "");

    @TempDir
    Path folder;

    @Test
    void askGivesOutputErrorAndStatusOfEachQuestion() {
        assertThat(ask(
                        Question.of("both", "echo out; echo err >&2; exit 3"),
                        Question.of("nothing", ":"),
                        Question.of("unended", "printf 'no line feed'"),
                        Question.of("blank", "printf '\\n\\nx\\n\\n'")))
                .containsExactly(
                        Map.entry("both", new Answer(3, "out", "err")),
                        Map.entry("nothing", new Answer(0, "", "")),
                        Map.entry("unended", new Answer(0, "no line feed", "")),
                        Map.entry("blank", new Answer(0, "\n\nx", "")));
    }

    @Test
    void askKeepsQuestionsApart() {
        assertThat(ask(
                        Question.of("first", "cd /; x=1; exec 2>&1; exit"),
                        Question.of("second", "echo \"${x-unset}\"; echo e >&2"),
                        Question.of("reads", "cat")))
                .containsEntry("second", new Answer(0, "unset", "e"))
                .containsEntry("reads", new Answer(0, "", ""));
    }

    @Test
    void askWhenCommandIsUnknownGivesTheShellsOwnStatus() {
        Answer answer = ask(Question.of("unknown", "nodestart-no-such-command")).getOrDefault("unknown", NONE);

        assertThat(answer.exitCode()).isEqualTo(127);
        assertThat(answer.lastLine()).contains("nodestart-no-such-command").contains("not found");
    }

    @Test
    void askWhenAnswerLooksLikeAFrameKeepsIt() {
        assertThat(ask(Question.of("frame", "printf '@other frame 0\\n@x\\n'"), Question.of("next", "echo y")))
                .containsEntry("frame", new Answer(0, "@other frame 0\n@x", ""))
                .containsEntry("next", new Answer(0, "y", ""));
    }

    @Test
    void askRunsSlowQuestionsBesideTheOthersWithinTheirLimit() throws Exception {
        Map<String, Answer> answers = ask(
                new Question("quoted", "printf '%s' \"it's $NS_LINE\"; echo err >&2; exit 4", 20),
                new Question("hangs", "echo before; sleep 600", 1),
                Question.of("quick", "echo now"));

        assertThat(answers)
                .containsEntry("quoted", new Answer(4, "it's 15.4", "err"))
                .containsEntry("quick", new Answer(0, "now", ""));
        Answer hung = answers.getOrDefault("hangs", NONE);
        assertThat(hung.timedOut()).isTrue();
        assertThat(hung.out()).isEqualTo("before");
        try (var left = Files.list(folder)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void askWhenThereAreManyQuestionsAnswersThemAll() {
        Question[] many = IntStream.range(0, 1000)
                .mapToObj(i -> Question.of("q" + i, "# " + "x".repeat(200) + "\necho " + i))
                .toArray(Question[]::new);

        LocalNode node = new LocalNode(folder);
        Map<String, Answer> answers = probe().ask(node, List.of(many));

        assertThat(answers).hasSize(1000).containsEntry("q999", new Answer(0, "999", ""));
        assertThat(node.trips()).isOne();
    }

    @Test
    void askWhenQuestionsAreLongerThanATripMakesMore() {
        Question[] long3 = IntStream.range(0, 3)
                .mapToObj(i -> Question.of("q" + i, "# " + "x".repeat(600_000) + "\necho " + i))
                .toArray(Question[]::new);

        LocalNode node = new LocalNode(folder);
        Map<String, Answer> answers = probe().ask(node, List.of(long3));

        assertThat(answers).hasSize(3).containsEntry("q2", new Answer(0, "2", ""));
        assertThat(node.trips()).isEqualTo(3);
    }

    @Test
    void askWhenTheShellCanTellManyAtOnceDoesSoInTheirOrder() {
        List<Question> questions = IntStream.range(0, 250)
                .mapToObj(i -> Question.of("q" + i, i % 100 == 7 ? "echo " + i : "[ " + i + " -lt 100 ]"))
                .toList();

        LocalNode node = new LocalNode(folder);
        Map<String, Answer> answers = probe().ask(node, questions);

        assertThat(answers.keySet())
                .containsExactlyElementsOf(
                        questions.stream().map(Question::name).toList());
        assertThat(answers)
                .containsEntry("q0", new Answer(0, "", ""))
                .containsEntry("q99", new Answer(0, "", ""))
                .containsEntry("q107", new Answer(0, "107", ""))
                .containsEntry("q249", new Answer(1, "", ""));
        assertThat(node.trips()).isOne();
    }

    @Test
    void askWhenTheShellAnswersItselfGivesTheSame() {
        assertThat(ask(
                        Question.of("there", "[ -d / ]"),
                        Question.of("wrong", "[ a -eq 1 ]"),
                        Question.of("absent", "[ -e /nodestart/none ]"),
                        Question.of("told", "printf '%s' \"$NS_LINE\""),
                        Question.of("quiet", "command -v sh >/dev/null && echo yes"),
                        Question.of("unknown", "command -v nodestart-no-such-command")))
                .containsEntry("there", new Answer(0, "", ""))
                .containsEntry("absent", new Answer(1, "", ""))
                .containsEntry("told", new Answer(0, "15.4", ""))
                .containsEntry("quiet", new Answer(0, "yes", ""))
                .hasEntrySatisfying("unknown", answer -> assertThat(answer.ok()).isFalse())
                .hasEntrySatisfying("wrong", answer -> {
                    assertThat(answer.exitCode()).isEqualTo(2);
                    assertThat(answer.error()).isNotEmpty();
                });
    }

    @Test
    void parseWhenOutputEndsEarlyKeepsWhatIsWhole() {
        String out = "@n a\n1\n\n@n a 0\n@n b\n2";

        assertThat(ProbeOutput.parse("n", out, "")).containsExactly(Map.entry("a", new Answer(0, "1\n".strip(), "")));
    }

    @Test
    void parseWhenOutputIsCutAnywhereDoesNotThrow() {
        String out = "@n a\n1\n\n@n a 0\n@n b\n\n@n b 1\n";

        for (int end = 0; end <= out.length(); end++) {
            assertThat(ProbeOutput.parse("n", out.substring(0, end), out.substring(end)))
                    .hasSizeLessThan(3);
        }
    }

    @Test
    void questionFileReadsNamesLimitsAndCommands() {
        assertThat(QuestionFile.parse("# a comment\n#? one\necho 1\n# inside\n\n#? two slow=20\nsleep 1\n"))
                .containsExactly(new Question("one", "echo 1\n# inside", 0), new Question("two", "sleep 1", 20));
    }

    @Test
    void questionFileReadsWhatMayBeAskedEarly() {
        assertThat(QuestionFile.parse("#? one slow=20 early\nsleep 1\n#? two slow=3\nsleep 2\n"))
                .containsExactly(new Question("one", "sleep 1", 20, true), new Question("two", "sleep 2", 3, false));
    }

    private Map<String, Answer> ask(Question... questions) {
        return probe().ask(new LocalNode(folder), List.of(questions));
    }

    private static Probe probe() {
        return new Probe("abcdefgh", Map.of("NS_LINE", "15.4"));
    }
}
