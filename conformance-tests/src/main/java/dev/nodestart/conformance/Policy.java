package dev.nodestart.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a team decided about its images.
 *
 * @param require the capabilities that must work, where the policy says so
 * @param severities severities in place of the catalogue's, by check id
 * @param waivers checks that do not count for a while
 */
public record Policy(Optional<List<Capability>> require, Map<String, Severity> severities, List<Waiver> waivers) {

    /** Nothing was decided. */
    public static Policy none() {
        return new Policy(Optional.empty(), Map.of(), List.of());
    }

    /** A check with the severity that the policy gives it. */
    Check applyTo(Check check) {
        Severity severity = severities.getOrDefault(check.id(), check.severity());
        return severity == check.severity() ? check : check.with(severity);
    }

    /** The waiver that names a check, by its id, category or tag. */
    Optional<Waiver> waiverOf(Check check) {
        return waivers.stream().filter(waiver -> check.isNamed(waiver.name())).findFirst();
    }
}
