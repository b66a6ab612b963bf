package dev.nodestart.conformance.facts;

import dev.nodestart.emulator.model.ImageDetails;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that checks judge: a value, kept in the recording, so that a check can be evaluated again without an engine.
 *
 * @param launch the launch
 * @param runtime the runtime line that was used
 * @param imageDetails what the engine knows of the image beyond what the launch has
 * @param answers what the node answered, by the question's name
 * @param trials what was tried, by the trial's name
 * @param gaps why a fact could not be had, by the name of the question or trial
 */
public record Facts(
        Launch launch,
        RuntimeDescriptor runtime,
        ImageDetails imageDetails,
        Map<String, Answer> answers,
        Map<String, CellResult> trials,
        Map<String, String> gaps) {

    /** Takes copies; order is kept for readers. */
    public Facts {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        trials = Collections.unmodifiableMap(new LinkedHashMap<>(trials));
        gaps = Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
    }

    /**
     * The image.
     *
     * @throws FactMissingException where it could not be had
     */
    public ImageInfo image() {
        return launch.image().orElseThrow(() -> new FactMissingException("nothing is known of the image."));
    }

    /**
     * An answer that the check cannot do without.
     *
     * @throws FactMissingException where the node did not give it
     */
    public Answer answer(String question) {
        return asked(question).orElseThrow(() -> missing(question, "the node gave no answer to it"));
    }

    /** An answer, where the node gave it. */
    public Optional<Answer> asked(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    /**
     * What came of a trial.
     *
     * @throws FactMissingException where it was not tried
     */
    public CellResult trial(String name) {
        return tried(name).orElseThrow(() -> missing(name, "it was not tried"));
    }

    private FactMissingException missing(String name, String otherwise) {
        return new FactMissingException("[" + name + "] is not known: " + gaps.getOrDefault(name, otherwise) + ".");
    }

    /** What came of a trial, where it was tried. */
    public Optional<CellResult> tried(String name) {
        return Optional.ofNullable(trials.get(name));
    }

    /** The same facts with one answer more, or another one. */
    public Facts with(String question, Answer answer) {
        Map<String, Answer> changed = new LinkedHashMap<>(answers);
        changed.put(question, answer);
        return new Facts(launch, runtime, imageDetails, changed, trials, gaps);
    }

    /** The same facts with one trial more, or another outcome of it. */
    public Facts with(String trial, CellResult result) {
        Map<String, CellResult> changed = new LinkedHashMap<>(trials);
        changed.put(trial, result);
        return new Facts(launch, runtime, imageDetails, answers, changed, gaps);
    }
}
