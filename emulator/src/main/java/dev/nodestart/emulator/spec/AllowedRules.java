package dev.nodestart.emulator.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rules that {@code --allow} turned into warnings.
 *
 * @param rules the allowed rules
 * @param problems ids that name no such rule
 */
public record AllowedRules(Set<SpecRule> rules, List<SpecProblem> problems) {
    public AllowedRules {
        rules = Set.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /** No rule is allowed. */
    public static AllowedRules none() {
        return new AllowedRules(Set.of(), List.of());
    }

    /** Reads the values of {@code --allow}; each may hold several ids with commas between. */
    public static AllowedRules of(Collection<String> flags) {
        Set<SpecRule> rules = EnumSet.noneOf(SpecRule.class);
        List<SpecProblem> problems = new ArrayList<>();
        for (String flag : flags) {
            for (String id : flag.split(",", -1)) {
                SpecRule.allowable(id.strip()).ifPresentOrElse(rules::add, () -> problems.add(unknown(id.strip())));
            }
        }
        return new AllowedRules(rules, problems);
    }

    /** Makes warnings of the errors that are allowed. */
    public List<SpecProblem> apply(List<SpecProblem> found) {
        return found.stream().map(this::apply).toList();
    }

    SpecProblem apply(SpecProblem problem) {
        return rules.contains(problem.rule()) ? problem.asWarning() : problem;
    }

    private static SpecProblem unknown(String id) {
        return SpecProblem.of(
                SpecRule.FLAG,
                "",
                "No rule [%s] can be allowed with --allow.".formatted(id),
                "Known rules: " + SpecRule.allowableIds() + ".");
    }
}
