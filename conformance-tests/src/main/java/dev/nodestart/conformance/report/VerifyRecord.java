package dev.nodestart.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.Policy;
import dev.nodestart.conformance.Selection;
import dev.nodestart.conformance.Verifier;
import dev.nodestart.conformance.VerifyOptions;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.facts.FactsRecord;
import dev.nodestart.conformance.facts.GpuLevel;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.runtime.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The part of a recording that {@code verify} adds: {@code verify.json} beside {@code launch.json}. */
public final class VerifyRecord {
    private static final String FILE = "verify.json";

    private VerifyRecord() {}

    /**
     * Writes what a report needs beyond the launch.
     *
     * @param folder the run's folder
     * @throws java.io.UncheckedIOException where the folder cannot be written to
     */
    public static void save(Path folder, VerifyResult result) {
        Recording.at(folder).write(FILE, VerifyRecordJson.write(result));
    }

    /**
     * Writes the same, and how long the user waited for the diagnosis.
     *
     * @param diagnosis from the end of the stage that failed until its causes were printed
     */
    public static void save(Path folder, VerifyResult result, Optional<Duration> diagnosis) {
        ObjectNode json = VerifyRecordJson.write(result);
        diagnosis.ifPresent(time -> json.put("diagnosis_ms", time.toMillis()));
        Recording.at(folder).write(FILE, json);
    }

    /**
     * Reads a result back from a run's folder; a run that was launched and not verified gives a result without checks.
     *
     * @throws dev.nodestart.emulator.recording.RecordingException where the folder is no recording
     * @throws IllegalArgumentException where what {@code verify} added is damaged
     */
    public static VerifyResult load(Path folder) {
        Launch launch = Recording.at(folder).load();
        Path file = folder.resolve(FILE);
        Optional<Facts> facts = Runtimes.builtIn().find(launch.line()).flatMap(line -> FactsRecord.load(launch, line));
        try {
            return VerifyRecordJson.read(new ObjectMapper().readTree(Files.readString(file)), launch, facts);
        } catch (NoSuchFileException e) {
            return unverified(launch, facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The recording [" + file + "] is damaged: " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The recording [" + file + "] cannot be read: " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The recording [" + file + "] is damaged: " + e.getMessage() + ".", e);
        }
    }

    private static VerifyResult unverified(Launch launch, Optional<Facts> facts) {
        VerifyOptions boot = new VerifyOptions(
                new Selection(List.of("boot"), List.of()), Policy.none(), Optional.empty(), GpuLevel.QUICK);
        return new Verifier(List.of(), boot, Clock.systemUTC()).conclude(launch, facts);
    }
}
