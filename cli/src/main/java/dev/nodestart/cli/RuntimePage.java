package dev.nodestart.cli;

import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One runtime line for people. Pure. */
final class RuntimePage {
    private RuntimePage() {}

    static List<String> lines(RuntimeDescriptor line) {
        Fields fields = new Fields();
        fields.put("Databricks Runtime", line.name());
        fields.put("Spark", line.spark() + ", Scala " + String.join(", ", line.scala()));
        fields.put("Ubuntu", String.join(", ", line.ubuntu()));
        fields.put(
                "Java",
                line.java().defaultMajor() + " by default; JNAME chooses "
                        + joined(line.java().jnameMajors()));
        fields.put("Python", line.python().minor() + " in " + line.python().root());
        fields.put("Python cells", line.python().repl().key() + imports(line));
        fields.put("R", line.r().orElse("not known"));
        fields.put("CUDA", line.cuda().orElse("not known"));
        fields.put(
                "Driver",
                line.driverNfsNeedsVirtualenv()
                        ? "runs virtualenv when it starts, unless spark.databricks.driverNfs.enabled is false"
                        : "runs no virtualenv when it starts");
        fields.put("Conda images", line.condaSupported() ? "supported" : "not supported");
        fields.put("Base images", String.join(", ", line.baseImages().tags()));
        fields.put(
                "Support",
                (line.support().longTerm() ? "LTS" : "not LTS")
                        + line.support()
                                .released()
                                .map(day -> ", released " + day)
                                .orElse("")
                        + line.support()
                                .endOfSupport()
                                .map(day -> ", ends " + day)
                                .orElse(""));
        fields.put("Python packages", pins(line.pins()));
        fields.put("Language server", pins(line.lspPins()));
        fields.put("Notes", String.join("\n", line.notes()));
        fields.put(
                "Sources",
                line.provenance().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().source())
                        .collect(Collectors.joining("\n")));
        return fields.lines();
    }

    private static String imports(RuntimeDescriptor line) {
        List<String> modules = line.python().replImports();
        return modules.isEmpty() ? "" : ", which needs " + String.join(", ", modules);
    }

    private static String joined(List<Integer> numbers) {
        return numbers.isEmpty()
                ? "no other"
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String pins(Map<String, String> pins) {
        return pins.entrySet().stream()
                .map(pin -> pin.getKey() + "==" + pin.getValue())
                .collect(Collectors.joining("\n"));
    }
}
