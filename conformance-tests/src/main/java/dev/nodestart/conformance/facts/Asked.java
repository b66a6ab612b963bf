package dev.nodestart.conformance.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked within one frame: a question, or many whose answers are only statuses. Frames of so many would cost more
 * than the questions.
 *
 * @param name the frame's; that of many is no question's
 * @param questions one or more
 */
record Asked(String name, List<Question> questions) {
    private static final int MOST = 100;

    /** Quick questions in their order, one by one. */
    static List<Asked> oneByOne(List<Question> questions) {
        return questions.stream()
                .map(question -> new Asked(question.name(), List.of(question)))
                .toList();
    }

    /** Quick questions in their order, together what can be. */
    static List<Asked> together(List<Question> questions) {
        List<Asked> asked = new ArrayList<>();
        List<Question> silent = new ArrayList<>();
        for (Question question : questions) {
            boolean joins = BuiltinCommand.isSilent(question.command());
            if (!silent.isEmpty() && (!joins || silent.size() == MOST)) {
                asked.add(ofSilent(silent, asked.size()));
                silent.clear();
            }
            if (joins) {
                silent.add(question);
            } else {
                asked.add(new Asked(question.name(), List.of(question)));
            }
        }
        if (!silent.isEmpty()) {
            asked.add(ofSilent(silent, asked.size()));
        }
        return asked;
    }

    private static Asked ofSilent(List<Question> silent, int position) {
        return new Asked(silent.size() == 1 ? silent.get(0).name() : "+" + position, List.copyOf(silent));
    }

    boolean isMany() {
        return questions.size() > 1;
    }

    /** The answers from that of the frame; empty where one of many said something and does not tell which. */
    Optional<Map<String, Answer>> answers(Answer frame) {
        if (!isMany()) {
            return Optional.of(Map.of(name, frame));
        }
        List<String> statuses = frame.out().lines().toList();
        if (!frame.error().isEmpty() || statuses.size() != questions.size()) {
            return Optional.empty();
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < statuses.size(); i++) {
            answers.put(questions.get(i).name(), new Answer(Integer.parseInt(statuses.get(i)), "", ""));
        }
        return Optional.of(answers);
    }
}
