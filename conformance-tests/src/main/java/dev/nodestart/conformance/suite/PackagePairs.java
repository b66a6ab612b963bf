package dev.nodestart.conformance.suite;

import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Versions of Python packages that are known not to work together, each with where that is known from. */
final class PackagePairs {
    private final Map<String, String> versions;
    private final RuntimeDescriptor runtime;

    private PackagePairs(Map<String, String> versions, RuntimeDescriptor runtime) {
        this.versions = versions;
        this.runtime = runtime;
    }

    /** One sentence for each pair that breaks. */
    static List<String> broken(Map<String, String> versions, RuntimeDescriptor runtime) {
        PackagePairs pairs = new PackagePairs(versions, runtime);
        return Stream.of(pairs.numpyAndPandas(), pairs.protobuf(), pairs.jedi(), pairs.traitlets(), pairs.setuptools())
                .flatMap(Optional::stream)
                .toList();
    }

    /** pandas 1 is built against numpy 1 (dcs.md §9: every line has them in step). */
    private Optional<String> numpyAndPandas() {
        return says(
                major("numpy") >= 2 && major("pandas") == 1,
                "numpy [" + version("numpy") + "] does not work with pandas [" + version("pandas")
                        + "], which is built for numpy 1.");
    }

    /** Generated code of the injected runtime is for one major version (dcs.md F05, F33). */
    private Optional<String> protobuf() {
        String pin = runtime.pins().getOrDefault("protobuf", "");
        return says(
                major("protobuf") > 0 && !pin.isEmpty() && major("protobuf") != majorOf(pin),
                "protobuf [" + version("protobuf") + "] is of another major version than the line's [" + pin
                        + "], for which generated code is made.");
    }

    /** dcs.md F24: completions of ipython 7.22 need jedi 0.17. */
    private Optional<String> jedi() {
        boolean pair = runtime.pins().getOrDefault("jedi", "").startsWith("0.17.")
                && version("ipython").startsWith("7.22.");
        return says(
                pair && !version("jedi").isEmpty() && !version("jedi").startsWith("0.17."),
                "jedi [" + version("jedi") + "] breaks completion in ipython [" + version("ipython")
                        + "], which needs jedi 0.17.");
    }

    /** dcs.md §1.2: up to 7.3. */
    private Optional<String> traitlets() {
        return says(
                runtime.line().equals("7.3") && major("traitlets") >= 5,
                "traitlets [" + version("traitlets") + "] does not work on DBR 7.3, which needs traitlets below 5.");
    }

    /** dcs.md F29. */
    private Optional<String> setuptools() {
        return says(
                major("setuptools") >= 82 && version("pandas").equals("1.5.3"),
                "setuptools [" + version("setuptools")
                        + "] has no pkg_resources any more, which building pandas [1.5.3] and older packages needs.");
    }

    private static Optional<String> says(boolean breaks, String sentence) {
        return breaks ? Optional.of(sentence) : Optional.empty();
    }

    private String version(String name) {
        return versions.getOrDefault(name, "");
    }

    private int major(String name) {
        return majorOf(version(name));
    }

    private static int majorOf(String version) {
        String first = version.split("\\.", -1)[0];
        return first.matches("\\d{1,6}") ? Integer.parseInt(first) : 0;
    }
}
