package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.CheckRule;
import java.util.List;
import java.util.stream.Stream;

/** Ways in for people: SSH, and the notebook's language server. */
final class AccessChecks {

    private AccessChecks() {}

    static CheckGroup group() {
        List<CheckRule> rules = Stream.of(SshAccess.rules(), LanguageServer.rules())
                .flatMap(List::stream)
                .toList();
        return CheckGroup.of("access.sh", rules);
    }
}
