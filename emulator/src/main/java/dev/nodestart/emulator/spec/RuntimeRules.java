package dev.nodestart.emulator.spec;

import dev.nodestart.emulator.spec.PlatformData.RuntimeKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which runtimes there are and which of them take an image (dcs.md §2, §3 rows 1 and 4, §12). */
final class RuntimeRules {
    private static final String PLACE = "/spark_version";
    private static final Pattern LINE = Pattern.compile("^([0-9]{1,3}\\.[0-9]{1,3})\\b");

    private static final String GPU_ADVICE = " For GPUs, choose a GPU node type beside it.";

    private RuntimeRules() {}

    static void check(RuleInput call) {
        if (call.lacks("spark_version")) {
            call.report(
                    SpecRule.REQUIRED_FIELD,
                    PLACE,
                    "Missing required field 'spark_version'",
                    "Write a key such as [15.4.x-scala2.12], or give --dbr 15.4.");
        }
        call.text("spark_version").ifPresent(version -> version(call, version));
        if (call.hasImage() && call.flag("use_ml_runtime")) {
            call.report(
                    SpecRule.ML_RUNTIME,
                    "/use_ml_runtime",
                    "Databricks Runtime for Machine Learning does not take a custom image.",
                    "Set [use_ml_runtime] to false and put the libraries into the image.");
        }
    }

    private static void version(RuleInput call, String version) {
        Optional<RuntimeKey> key = call.platform().runtime(version);
        if (key.isEmpty()) {
            call.report(
                    SpecRule.SPARK_VERSION,
                    PLACE,
                    "Invalid spark version %s.".formatted(version),
                    standard(call, version));
            return;
        }
        key.get().warning().ifPresent(warning -> call.report(SpecRule.UNKNOWN_RUNTIME, PLACE, warning, ""));
        if (key.get().historic()) {
            call.report(
                    SpecRule.HISTORIC_RUNTIME,
                    PLACE,
                    "Databricks Runtime [%s] is out of support; its image needs conda.".formatted(version),
                    "Move to a supported line such as 15.4.");
        }
        if (call.hasImage()) {
            image(call, version, key.get());
        }
    }

    private static void image(RuleInput call, String version, RuntimeKey key) {
        switch (key.kind()) {
            case STANDARD, PHOTON -> {}
            case ML ->
                refuse(call, version, SpecRule.ML_RUNTIME, "Databricks Runtime for Machine Learning", GPU_ADVICE);
            case GPU -> refuse(call, version, SpecRule.ML_RUNTIME, "The GPU runtime", GPU_ADVICE);
            case GENOMICS -> refuse(call, version, SpecRule.GENOMICS_RUNTIME, "Databricks Runtime for Genomics", "");
            case LIGHT -> refuse(call, version, SpecRule.LIGHT_RUNTIME, "Databricks Light", "");
            case AARCH64 -> refuse(call, version, SpecRule.GRAVITON, "The runtime for Graviton (arm64)", "");
        }
    }

    private static void refuse(RuleInput call, String version, SpecRule rule, String name, String advice) {
        String message = "%s [%s] does not take a custom image.".formatted(name, version);
        call.report(rule, PLACE, message, standard(call, version) + advice);
    }

    private static String standard(RuleInput call, String version) {
        Matcher line = LINE.matcher(version);
        return (line.find() ? call.platform().sparkVersion(line.group(1)) : Optional.<String>empty())
                .map("The standard runtime of that line is [%s]."::formatted)
                .orElse("Write a key such as [15.4.x-scala2.12].");
    }
}
