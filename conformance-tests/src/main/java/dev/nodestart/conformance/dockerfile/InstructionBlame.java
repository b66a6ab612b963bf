package dev.nodestart.conformance.dockerfile;

import dev.nodestart.conformance.CheckResult;
import dev.nodestart.conformance.Outcome;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A result of which findings name the instruction that brought them. Pure.
 *
 * @param result with a line of evidence more for each cause, and a few words more for each failing check
 * @param lines from the id of a cause or check to its line, counted from 1; empty without a Dockerfile
 */
public record InstructionBlame(VerifyResult result, Map<String, Integer> lines) {
    private static final Pattern MISSING = Pattern.compile(
            "(?i)missing|not found|no such file|not installed|has no|has none|does not have|is not there");

    /**
     * Looks in a Dockerfile.
     *
     * @param path its path from the repository's root, as findings name it
     */
    public static InstructionBlame of(VerifyResult result, Dockerfile file, String path) {
        return blame(result, file, path);
    }

    /** Looks in the image's own history, which knows no lines and does not tell what is the base's. */
    public static InstructionBlame ofHistory(VerifyResult result, Dockerfile history) {
        return blame(result, history, "");
    }

    private static InstructionBlame blame(VerifyResult result, Dockerfile file, String path) {
        Culprit culprit = new Culprit(file);
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<Diagnosis> causes = new ArrayList<>();
        for (Diagnosis cause : result.diagnosis()) {
            String text = cause.cause() + "\n" + String.join("\n", cause.evidence());
            Optional<Instruction> found =
                    text.contains("Init script [") ? Optional.empty() : culprit.of(cause.id(), text, isMissing(text));
            found.ifPresent(instruction -> keep(lines, cause.id(), instruction, path));
            causes.add(found.map(instruction -> with(cause, sentence(instruction, path)))
                    .orElse(cause));
        }
        List<CheckResult> checks = new ArrayList<>();
        for (CheckResult check : result.checks()) {
            Optional<Instruction> found = check.outcome() == Outcome.FAIL || check.outcome() == Outcome.WARN
                    ? culprit.of(check.check().id(), text(check), isMissing(text(check)))
                    : Optional.empty();
            found.ifPresent(instruction -> keep(lines, check.check().id(), instruction, path));
            checks.add(found.filter(instruction -> check.outcome() == Outcome.FAIL)
                    .map(instruction -> check.saying(check.message() + " " + sentence(instruction, path)))
                    .orElse(check));
        }
        return new InstructionBlame(
                new VerifyResult(
                        result.launch(),
                        result.verdict(),
                        result.requirements(),
                        result.capabilities(),
                        List.copyOf(checks),
                        List.copyOf(causes),
                        result.facts()),
                Map.copyOf(lines));
    }

    private static String text(CheckResult check) {
        return check.message() + "\n" + String.join("\n", check.evidence());
    }

    private static boolean isMissing(String text) {
        return MISSING.matcher(text).find();
    }

    private static void keep(Map<String, Integer> lines, String id, Instruction instruction, String path) {
        if (!path.isEmpty() && instruction.line() > 0) {
            lines.putIfAbsent(id, instruction.line());
        }
    }

    private static String sentence(Instruction instruction, String path) {
        return path.isEmpty()
                ? "Image history: " + instruction.text()
                : path + ":" + instruction.line() + ": " + instruction.text();
    }

    private static Diagnosis with(Diagnosis cause, String line) {
        List<String> evidence = new ArrayList<>(cause.evidence());
        evidence.add(line);
        return new Diagnosis(
                cause.id(), cause.cause(), cause.fix(), List.copyOf(evidence), cause.source(), cause.confidence());
    }
}
