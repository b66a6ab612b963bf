package dev.nodestart.emulator.spec;

import java.util.List;

/** What reading a create call gave. */
public sealed interface SpecResult {
    /** Everything that was found, errors and warnings, in the order of the document. */
    List<SpecProblem> problems();

    /**
     * A call that the platform would take.
     *
     * @param spec the call
     * @param warnings what is worth knowing about it
     */
    record Valid(ClusterSpec spec, List<SpecProblem> warnings) implements SpecResult {
        public Valid {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<SpecProblem> problems() {
            return warnings;
        }
    }

    /**
     * A call that is refused.
     *
     * @param problems at least one error, and the warnings found beside it
     */
    record Invalid(List<SpecProblem> problems) implements SpecResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
