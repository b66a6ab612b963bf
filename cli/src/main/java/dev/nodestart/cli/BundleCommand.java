package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.recording.Bundle;
import dev.nodestart.emulator.recording.Recording;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nodestart bundle}. */
@Command(
        name = "bundle",
        description = {
            "Packs the recording of a run into one file to attach to a ticket.",
            "Tokens, passwords and keys are looked for once more and hidden, your home folder is not named, of large"
                    + " logs the middle is left out.",
            "The commands explain, analyze, report, diff, logs and events take the file in place of the folder, on any"
                    + " machine, without an engine."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nodestart bundle",
            "  nodestart bundle abcdefgh -o ticket-17.tar.gz",
            "  nodestart explain ticket-17.tar.gz"
        })
final class BundleCommand extends NodestartCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "A run's folder, or the id of a run of yours; your newest one by default.")
    @Nullable
    String run;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; nodestart-RUN.tar.gz in this folder by default.")
    @Nullable
    Path output;

    BundleCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        RecordedRuns runs = RecordedRuns.of(terminal.environment());
        Path folder = Optional.ofNullable(run)
                .map(runs::folder)
                .or(runs::newest)
                .orElseThrow(() -> CliFailure.badInput("There is no run to pack: none is recorded in ["
                        + runs.runs().path() + "]."));
        String runId = Recording.at(folder).load().runId();
        Path target = output == null ? Path.of("nodestart-" + runId + ".tar.gz") : output;
        if (Files.isDirectory(target)) {
            throw CliFailure.badInput("[" + target + "] is a folder: name a file with -o FILE.");
        }
        List<String> leftOut = pack(folder, runId, target.toAbsolutePath());
        terminal.out().println(target);
        if (!leftOut.isEmpty()) {
            say("Left out, as too large or no plain file: " + leftOut + ".");
        }
        return 0;
    }

    /** Written beside its place first: what breaks off leaves no half a bundle. */
    private List<String> pack(Path folder, String runId, Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw CliFailure.badInput("The folder of [" + target + "] does not exist: make it, or name another file.");
        }
        Path part = Files.createTempFile(parent, ".nodestart-", ".part");
        try {
            List<String> leftOut;
            try (OutputStream stream = Files.newOutputStream(part)) {
                leftOut = Bundle.write(
                        folder, manifest(runId), EngineAtHand.home().toString(), stream);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return leftOut;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What helps to understand a run elsewhere, and says nothing about who made it. */
    private ObjectNode manifest(String runId) {
        ObjectNode manifest = Json.object();
        manifest.put("bundle_version", 1);
        manifest.put("run_id", runId);
        manifest.put("made_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        manifest.put("nodestart", Version.current());
        manifest.put("java", System.getProperty("java.version"));
        ObjectNode machine = manifest.putObject("machine");
        machine.put("os", System.getProperty("os.name"));
        machine.put("os_version", System.getProperty("os.version"));
        machine.put("architecture", System.getProperty("os.arch"));
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        engineFacts().ifPresent(facts -> manifest.set("engine", facts));
        return manifest;
    }

    /** Of the engine that is there now; a bundle is made without one too. */
    private Optional<ObjectNode> engineFacts() {
        try (Engine engine = engine().connect().engine()) {
            EngineInfo info = engine.info();
            return Optional.of(Json.object()
                    .put("version", info.version())
                    .put("api_version", engine.apiVersion().toString())
                    .put("os", info.os())
                    .put("architecture", info.architecture())
                    .put("storage_driver", info.storageDriver())
                    .put("cgroup_version", info.cgroupVersion()));
        } catch (CliFailure e) {
            return Optional.empty();
        }
    }
}
