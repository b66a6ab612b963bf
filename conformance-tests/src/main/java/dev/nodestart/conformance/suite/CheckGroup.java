package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.QuestionFile;
import dev.nodestart.conformance.facts.Trial;
import java.util.List;

/**
 * Checks of one subject, with what must be asked and tried for them.
 *
 * @param questionFile the shell file with its questions, in {@code questions/}; empty where there is none
 * @param trials what is tried
 * @param rules the checks, in the order of reports
 */
record CheckGroup(String questionFile, List<Trial> trials, List<CheckRule> rules) {

    static CheckGroup of(String questionFile, List<CheckRule> rules) {
        return new CheckGroup(questionFile, List.of(), rules);
    }

    List<Question> questions() {
        return questionFile.isEmpty() ? List.of() : QuestionFile.read(CheckGroup.class, "questions/" + questionFile);
    }
}
