package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.CheckRule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The image as it is stored: what its configuration and its layers say. */
final class ImageChecks {
    private ImageChecks() {}

    static CheckGroup group() {
        List<CheckRule> rules = Stream.of(
                        ImagePlatform.rules(), ImageEnvironment.rules(), ImageStorage.rules(), ImageSecrets.rules())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(rule -> rule.check().id()))
                .toList();
        return CheckGroup.of("", rules);
    }
}
