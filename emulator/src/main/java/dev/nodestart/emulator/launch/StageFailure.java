package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.TerminationReason;

/** A stage failed because of the image, a script or the spec: the cluster ends with this reason. */
final class StageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TerminationReason reason;
    private final String stateMessage;

    StageFailure(Termination termination) {
        super(termination.stateMessage());
        this.reason = termination.reason();
        this.stateMessage = termination.stateMessage();
    }

    TerminationReason reason() {
        return reason;
    }

    String stateMessage() {
        return stateMessage;
    }
}
