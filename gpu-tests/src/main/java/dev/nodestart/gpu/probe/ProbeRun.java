package dev.nodestart.gpu.probe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one run of the probe said, in its own order.
 *
 * @param start the first line: level, seed, uid, libc, kernel, machine; empty where the program did not start
 * @param calls of the driver
 * @param facts everything found
 * @param stages how each stage ended
 * @param exit the code of the last line; empty where the output was cut off
 * @param problems sentences of the harness: why the probe could not be started, or did not end
 * @param unreadable lines that are none of the probe's, such as what a library printed
 */
public record ProbeRun(
        Optional<ProbeFact> start,
        List<ProbeCall> calls,
        List<ProbeFact> facts,
        List<ProbeStage> stages,
        OptionalInt exit,
        List<String> problems,
        int unreadable) {

    /** Takes copies. */
    public ProbeRun {
        calls = List.copyOf(calls);
        facts = List.copyOf(facts);
        stages = List.copyOf(stages);
        problems = List.copyOf(problems);
    }

    /** Reads the probe's lines. Never throws, whatever the text is: a driver that lies writes what it likes. */
    public static ProbeRun parse(String lines) {
        return new ProbeLines().read(lines);
    }

    /** Whether it came to its end, so that what is missing was not found rather than cut off. */
    public boolean complete() {
        return exit.isPresent();
    }

    /** Why it could not be run, or did not end. */
    public Optional<String> trouble() {
        return problems.stream().findFirst();
    }

    /** The level that was asked for; nothing where the program did not start. */
    public String level() {
        return start.flatMap(line -> line.text("level")).orElse("");
    }

    /** The devices that CUDA sees. */
    public List<ProbeFact> devices() {
        return facts("device");
    }

    /** All facts of a name. */
    public List<ProbeFact> facts(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).toList();
    }

    /** The first fact of a name. */
    public Optional<ProbeFact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** What was found of a library, such as {@code libcuda.so.1}, when it was loaded. */
    public Optional<ProbeFact> library(String soname) {
        return facts("library").stream()
                .filter(fact -> fact.text("soname").equals(Optional.of(soname)))
                .findFirst();
    }

    /** The first call of a function in a stage; empty where it was not called. */
    public Optional<ProbeCall> call(String stage, String function) {
        return calls.stream()
                .filter(call -> call.stage().equals(stage) && call.function().equals(function))
                .findFirst();
    }

    /** The calls that failed in one of these stages. */
    public List<ProbeCall> failures(String... stages) {
        List<String> wanted = List.of(stages);
        return calls.stream()
                .filter(call -> wanted.contains(call.stage()) && call.failed())
                .toList();
    }

    /** The ends of a stage, one a device. */
    public List<ProbeStage> stages(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).toList();
    }

    /** Whether any of the driver's libraries is the simulated one: then nothing here speaks of a GPU (gpu.md G34). */
    public boolean simulated() {
        return facts("library").stream().anyMatch(fact -> fact.flag("simulated"));
    }

    /** Whether the image has musl in place of glibc, which no NVIDIA library runs on (gpu.md §0.3). */
    public boolean musl() {
        return fact("loader")
                .filter(fact -> fact.flag("musl") && !fact.flag("exists"))
                .isPresent();
    }
}
