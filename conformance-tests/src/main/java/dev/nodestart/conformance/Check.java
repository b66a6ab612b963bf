package dev.nodestart.conformance;

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
        String why,
        String remedy,
        String source) {}
