package dev.nodestart.emulator.runtime;

import dev.nodestart.emulator.data.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the Databricks Runtime, as data.
 *
 * @param line such as {@code 15.4}
 * @param name for people, such as {@code 15.4 LTS}
 * @param versions regular expression of the version part of the keys that the line answers
 * @param scala Scala versions that the line comes with
 * @param spark Spark version
 * @param ubuntu Ubuntu releases of its base images
 * @param support release and end of support
 * @param baseImages the vendor's images
 * @param java its Java
 * @param python its Python
 * @param r R version, empty where not known
 * @param cuda CUDA version of its GPU runtime, empty where not known
 * @param driverNfsNeedsVirtualenv whether the driver runs {@code virtualenv} at start-up (dcs.md F01)
 * @param expectations what it wants of an image
 * @param condaSupported whether conda images are supported
 * @param notes what else is worth knowing, a sentence each
 * @param pins Python packages of the base image, name to version, empty where not known
 * @param lspPins packages of the language server's environment, empty where there is none
 * @param provenance where each group of the data file comes from, by the group's name
 */
public record RuntimeDescriptor(
        String line,
        String name,
        String versions,
        List<String> scala,
        String spark,
        List<String> ubuntu,
        Support support,
        BaseImages baseImages,
        JavaSettings java,
        PythonSettings python,
        Optional<String> r,
        Optional<String> cuda,
        boolean driverNfsNeedsVirtualenv,
        Expectations expectations,
        boolean condaSupported,
        List<String> notes,
        Map<String, String> pins,
        Map<String, String> lspPins,
        Map<String, Provenance> provenance) {

    /** The columns of a listing. */
    public RuntimeSummary summary() {
        return new RuntimeSummary(
                line, name, versions, scala, spark, java.defaultMajor(), python.minor(), r, ubuntu, support);
    }
}
