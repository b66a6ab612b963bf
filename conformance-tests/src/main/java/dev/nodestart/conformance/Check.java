package dev.nodestart.conformance;

import java.util.List;
import java.util.Optional;

/**
 * What a check is, without its evaluation: the catalogue's row.
 *
 * @param id stable, such as {@code PYTHON-001}
 * @param title what is asked, as a short statement
 * @param category groups checks, such as {@code python}
 * @param severity what a failure means
 * @param capability the capability it speaks for, empty where it speaks for none
 * @param proof whether a pass alone shows that the capability works
 * @param lines the Databricks Runtime lines it applies to
 * @param tags further names by which it can be selected, such as {@code build}
 * @param why what goes wrong on the platform where it does not hold
 * @param remedy what to change, with lines that can be pasted
 * @param source where the requirement comes from
 */
public record Check(
        String id,
        String title,
        String category,
        Severity severity,
        Optional<Capability> capability,
        boolean proof,
        LineRange lines,
        List<String> tags,
        String why,
        String remedy,
        String source) {

    /** Whether a name is its id, its category or one of its tags, without regard to case. */
    public boolean isNamed(String name) {
        return id.equalsIgnoreCase(name)
                || category.equalsIgnoreCase(name)
                || tags.stream().anyMatch(name::equalsIgnoreCase);
    }

    Check withRemedy(String newRemedy) {
        return new Check(id, title, category, severity, capability, proof, lines, tags, why, newRemedy, source);
    }

    Check with(Severity newSeverity) {
        return new Check(id, title, category, newSeverity, capability, proof, lines, tags, why, remedy, source);
    }
}
