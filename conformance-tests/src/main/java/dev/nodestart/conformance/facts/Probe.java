package dev.nodestart.conformance.facts;

import dev.nodestart.emulator.node.NodeOutput;
import dev.nodestart.emulator.node.RunningNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a node its questions in one trip: one script, one exec. */
public final class Probe {
    private static final Duration GRACE = Duration.ofSeconds(30);
    /** What one trip takes; a kernel takes about 2 MiB of arguments and variables. */
    private static final int LONGEST_SCRIPT = 1024 * 1024;
    /** What a question's frame adds to its command. */
    private static final int FRAME = 80;

    private final String nonce;
    private final Map<String, String> variables;

    /**
     * Makes a probe.
     *
     * @param nonce a word that no answer contains
     * @param variables set for every question
     */
    public Probe(String nonce, Map<String, String> variables) {
        this.nonce = nonce;
        this.variables = Map.copyOf(variables);
    }

    /**
     * Asks, in one trip but where a question of many has something to complain about.
     *
     * @return answers by name; a question that the node did not come to has none
     * @throws java.io.UncheckedIOException where the node cannot be reached
     */
    public Map<String, Answer> ask(RunningNode node, List<Question> questions) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (List<Question> part : parts(questions)) {
            List<Question> slow = part.stream().filter(Question::slow).toList();
            List<Asked> quick = Asked.together(
                    part.stream().filter(question -> !question.slow()).toList());
            List<Question> again = ask(node, quick, slow, answers);
            if (!again.isEmpty()) {
                ask(node, Asked.oneByOne(again), List.of(), answers);
            }
        }
        return answers;
    }

    /** Adds answers, and gives the questions that must be asked one by one. */
    private List<Question> ask(RunningNode node, List<Asked> quick, List<Question> slow, Map<String, Answer> answers) {
        NodeOutput output = node.sh(ProbeScript.of(nonce, variables, quick, slow), limit(slow));
        Map<String, Answer> frames = ProbeOutput.parse(nonce, output.stdout(), output.stderr());
        List<Question> again = new ArrayList<>();
        for (Asked asked : quick) {
            Answer frame = frames.remove(asked.name());
            if (frame != null) {
                asked.answers(frame).ifPresentOrElse(answers::putAll, () -> again.addAll(asked.questions()));
            }
        }
        answers.putAll(frames);
        return again;
    }

    private static Duration limit(List<Question> questions) {
        int slowest = questions.stream().mapToInt(Question::limitSeconds).max().orElse(0);
        return GRACE.plusSeconds(slowest);
    }

    private static List<List<Question>> parts(List<Question> questions) {
        List<List<Question>> parts = new ArrayList<>();
        List<Question> part = new ArrayList<>();
        int length = 0;
        for (Question question : questions) {
            int size = size(question);
            if (length + size > LONGEST_SCRIPT && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                length = 0;
            }
            part.add(question);
            length += size;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** Never less than what the script has for it: a slow question is quoted, and is named four times. */
    private static int size(Question question) {
        int bytes = question.command().getBytes(StandardCharsets.UTF_8).length;
        return question.slow()
                ? 4 * (bytes + question.name().length() + FRAME)
                : bytes + 2 * (question.name().length() + FRAME);
    }
}
