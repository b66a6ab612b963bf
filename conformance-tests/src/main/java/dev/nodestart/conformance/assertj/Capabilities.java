package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.junit.CheckMessages;
import java.util.Optional;

/** What keeps an image from having a capability. Pure. */
final class Capabilities {
    private Capabilities() {}

    static Optional<String> problem(VerifyResult result, Capability capability) {
        CapabilityStatus status = result.capabilities().stream()
                .filter(candidate -> candidate.capability() == capability)
                .findFirst()
                .orElseThrow();
        if (status.state() == CapabilityStatus.State.YES) {
            return Optional.empty();
        }
        String image = result.launch().image().map(info -> info.reference()).orElse("the image");
        StringBuilder text = new StringBuilder("Expecting [" + image + "] to support [" + capability.reportName()
                + "] on DBR [" + result.launch().line() + "], but "
                + (status.state() == CapabilityStatus.State.NO ? "it does not:" : "no check could tell:"));
        result.checks().stream()
                .filter(check -> status.because().contains(check.check().id()))
                .forEach(check -> text.append('\n').append(CheckMessages.of(check)));
        return Optional.of(text.toString());
    }
}
