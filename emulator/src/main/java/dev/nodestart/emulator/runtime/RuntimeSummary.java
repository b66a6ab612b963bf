package dev.nodestart.emulator.runtime;

import java.util.List;
import java.util.Optional;

/**
 * One row of the list of runtime lines.
 *
 * @param line such as {@code 15.4}
 * @param name for people, such as {@code 15.4 LTS}
 * @param versions regular expression of the version part of the keys that the line answers
 * @param scala Scala versions
 * @param spark Spark version
 * @param java default major version of Java
 * @param python Python minor version
 * @param r R version, empty where not known
 * @param ubuntu Ubuntu releases of its base images
 * @param support release and end of support
 */
public record RuntimeSummary(
        String line,
        String name,
        String versions,
        List<String> scala,
        String spark,
        int java,
        String python,
        Optional<String> r,
        List<String> ubuntu,
        Support support) {}
