package dev.nodestart.conformance.facts;

/** A check needs a fact that could not be had: it cannot be evaluated. */
public final class FactMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FactMissingException(String message) {
        super(message);
    }
}
