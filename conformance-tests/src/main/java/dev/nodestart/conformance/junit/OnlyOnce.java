package dev.nodestart.conformance.junit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for; what went wrong then goes wrong again. Safe for many threads. */
final class OnlyOnce<T> {
    private @Nullable T value;
    private @Nullable Throwable failure;

    synchronized T get(Supplier<T> maker) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (value == null) {
            try {
                value = maker.get();
            } catch (RuntimeException | Error e) {
                failure = e;
                throw e;
            }
        }
        return value;
    }

    synchronized Optional<T> known() {
        return Optional.ofNullable(value);
    }

    void ifPresent(Consumer<T> action) {
        known().ifPresent(action);
    }
}
