package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.CheckSuite;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.facts.Trial;
import java.util.List;
import java.util.stream.Stream;

/** The built-in suite: what the platform needs of an image, except GPUs. */
public final class PlatformSuite implements CheckSuite {

    private static final List<CheckGroup> GROUPS = List.of(
            ImageChecks.group(),
            SystemChecks.group(),
            JavaChecks.group(),
            PythonChecks.group(),
            ShellChecks.group(),
            RChecks.group(),
            LibraryChecks.group(),
            MountChecks.group(),
            AccessChecks.group(),
            FileChecks.group(),
            ScriptChecks.group());

    /** Called by {@link java.util.ServiceLoader}. */
    public PlatformSuite() {}

    @Override
    public List<CheckRule> rules() {
        return all().flatMap(group -> group.rules().stream()).toList();
    }

    @Override
    public List<Question> questions() {
        return all().flatMap(group -> group.questions().stream()).toList();
    }

    @Override
    public List<Trial> trials() {
        return all().flatMap(group -> group.trials().stream()).toList();
    }

    private static Stream<CheckGroup> all() {
        return GROUPS.stream();
    }
}
