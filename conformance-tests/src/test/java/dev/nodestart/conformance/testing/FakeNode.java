package dev.nodestart.conformance.testing;

import dev.nodestart.emulator.node.CellResult;
import dev.nodestart.emulator.node.CellResult.Status;
import dev.nodestart.emulator.node.Language;
import dev.nodestart.emulator.node.NodeSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node that answers what the test says, in order, and remembers what it was asked. */
public final class FakeNode implements NodeSession {

    private final Map<Language, Deque<CellResult>> answers = new EnumMap<>(Language.class);
    private final List<String> asked = new ArrayList<>();

    public FakeNode answering(Language language, CellResult... results) {
        answers.computeIfAbsent(language, key -> new ArrayDeque<>()).addAll(List.of(results));
        return this;
    }

    public List<String> asked() {
        return asked;
    }

    @Override
    public CellResult run(Language language, String code, Duration limit) {
        asked.add(language + " " + code);
        Deque<CellResult> waiting = answers.getOrDefault(language, new ArrayDeque<>());
        if (waiting.isEmpty()) {
            throw new IllegalStateException("The node is gone.");
        }
        return waiting.remove();
    }

    public static CellResult ok(String stdout, String result) {
        return new CellResult(
                Status.OK,
                stdout,
                "",
                Optional.of(result).filter(text -> !text.isEmpty()),
                Optional.empty(),
                0,
                millis());
    }

    public static CellResult failed(Status status, String traceback) {
        return new CellResult(status, "", "", Optional.empty(), Optional.of(traceback), 1, millis());
    }

    /** What the probe's cell gives in a shell session that works. */
    public static CellResult probe(String stdout) {
        return new CellResult(
                Status.ERROR, stdout, "nodestart-stderr\n", Optional.empty(), Optional.empty(), 7, millis());
    }

    private static Duration millis() {
        return Duration.ofMillis(12);
    }
}
