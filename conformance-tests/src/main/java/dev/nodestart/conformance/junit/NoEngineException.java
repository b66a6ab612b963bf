package dev.nodestart.conformance.junit;

import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.host.EngineLocation;
import java.util.stream.Collectors;

/** There is no container engine, so nothing can be said of the image: the tests fail. */
final class NoEngineException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    static final String ADVICE = " Start one (Docker Engine 20.10 or newer, or Podman with its socket) or name one in"
            + " DOCKER_HOST. Tests that are to be left out on machines without one are run with [-D"
            + NodestartExtension.DISABLED + "=true].";

    NoEngineException(EngineLocation location) {
        super(sentence(location) + ADVICE);
    }

    NoEngineException(EngineUnavailableException cause) {
        super(cause.getMessage() + "." + ADVICE, cause);
    }

    private static String sentence(EngineLocation location) {
        if (location instanceof EngineLocation.Refused refused) {
            return refused.message();
        }
        String tried = location instanceof EngineLocation.Absent absent
                ? absent.tried().stream()
                        .map(place -> place.address().host() + " (" + place.problem() + ")")
                        .collect(Collectors.joining(", "))
                : "";
        return "These tests need a container engine, and none answers; tried " + tried + ".";
    }
}
