package dev.nodestart.gpu.require;

/** Whether something holds, as far as the facts tell. */
enum Truth {
    NO,
    UNKNOWN,
    YES;

    /** Both hold. */
    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** One of them holds. */
    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }
}
