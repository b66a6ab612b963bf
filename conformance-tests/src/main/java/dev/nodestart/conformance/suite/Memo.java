package dev.nodestart.conformance.suite;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made at most once, when it is first asked for. An exception is not kept. Thread-safe. */
final class Memo<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Memo(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
