package dev.nodestart.gpu.require;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The value of one {@code NVIDIA_REQUIRE_*} variable: groups of which one must hold; of a group every condition must.
 *
 * @param variable its name
 * @param expression as it was written
 */
record Requirement(String variable, String expression) {

    RequireResult on(HostGpu host) {
        Truth any = Truth.NO;
        Optional<String> firstBroken = Optional.empty();
        for (String group : words(expression, "\\s+")) {
            Truth all = Truth.YES;
            for (String word : words(group, ",")) {
                Optional<Condition> condition = Condition.parse(word);
                if (condition.isEmpty()) {
                    return new RequireResult.Invalid(variable, word);
                }
                Truth holds = condition.get().on(host);
                all = all.and(holds);
                if (holds == Truth.NO && firstBroken.isEmpty()) {
                    firstBroken = Optional.of(word);
                }
            }
            any = any.or(all);
        }
        return switch (any) {
            case YES -> new RequireResult.Satisfied(1);
            case UNKNOWN -> new RequireResult.Unknown(variable, expression);
            case NO -> new RequireResult.Unsatisfied(variable, firstBroken.orElse(""), expression);
        };
    }

    private static List<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
