package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.engine.EngineUnavailableException;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.gpu.HostDriverFiles;
import dev.nodestart.emulator.gpu.HostToolkit;
import dev.nodestart.emulator.host.EngineAddress;
import dev.nodestart.emulator.host.EngineLocation;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.Programs;
import dev.nodestart.emulator.launch.EngineOffer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nodestart doctor}. */
@Command(
        name = "doctor",
        description = {
            "Says whether this machine is ready, and what to do where it is not: engine, API version, disk, cgroups,"
                    + " init, registries, proxy, GPUs, Java.",
            "Starts and installs nothing. Ends with 0 where Nodestart can be used, with 4 where not."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  nodestart doctor", "  nodestart doctor --json | jq -r '.checks[] | select(.level != \"OK\")'"})
final class DoctorCommand extends NodestartCommand {
    private static final int NOT_USABLE = 4;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    DoctorCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        List<DoctorLine> lines = examine();
        boolean usable = lines.stream().noneMatch(line -> line.level() == DoctorLine.Level.PROBLEM);
        if (json) {
            Json.print(terminal, document(lines, usable));
        } else {
            text(lines, usable).forEach(terminal.out()::println);
        }
        return usable ? 0 : NOT_USABLE;
    }

    private List<DoctorLine> examine() {
        Programs programs = Programs.of(terminal.environment());
        Machine machine = Machine.here(terminal.environment(), EngineAtHand.home());
        EngineLocation location = engine().locator().locate();
        List<DoctorLine> lines = new ArrayList<>();
        Optional<String> engineProxy = Optional.empty();
        if (location instanceof EngineLocation.Found found) {
            try (Engine engine = Engine.connect(
                    URI.create(found.address().host()), found.address().tlsFolder())) {
                EngineInfo info = engine.info();
                engineProxy = Optional.of(info.httpProxy());
                lines.addAll(new EngineDoctor(
                                found.address(),
                                info,
                                freeBytes(found.address(), info),
                                initFound(found.address(), info, programs))
                        .lines());
                lines.add(GpuDoctor.line(EngineOffer.of(engine, info, GpuWish.NONE.in(terminal.environment()))));
            } catch (EngineUnavailableException | EngineException e) {
                lines.add(DoctorLine.problem(
                        "engine",
                        String.valueOf(e.getMessage()),
                        "Restart it, or update it to Docker Engine 20.10 or newer."));
            }
        } else {
            lines.add(
                    AbsentEngine.line(location, machine.root(), programs.has("dockerd"), machine.mayInstall(programs)));
        }
        lines.addAll(new HostDoctor(
                        Runtime.version() + " in [" + System.getProperty("java.home") + "]",
                        machine.mayInstall(programs),
                        machine.osName(),
                        terminal.environment(),
                        HostDriverFiles.read(Path.of("/"), Optional.empty()),
                        HostToolkit.read(Path.of("/")),
                        engineProxy)
                .lines());
        return lines;
    }

    private static Optional<Long> freeBytes(EngineAddress address, EngineInfo info) {
        Path root = Path.of(info.rootFolder());
        if (address.socket().isEmpty() || !Files.exists(root)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.getFileStore(root).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The engine looks on its own PATH and beside its other helpers. */
    private static Optional<Boolean> initFound(EngineAddress address, EngineInfo info, Programs programs) {
        if (address.socket().isEmpty()
                || !programs.has("dockerd")
                || info.initBinary().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(programs.has(info.initBinary())
                || List.of("/usr/libexec/docker", "/usr/lib/docker", "/usr/local/libexec/docker").stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, info.initBinary())))
                || Files.isExecutable(Path.of("/").resolve(info.initBinary())));
    }

    static List<String> text(List<DoctorLine> lines, boolean usable) {
        Fields fields = new Fields();
        for (DoctorLine line : lines) {
            fields.put(
                    (line.level() + "       ").substring(0, 9) + line.name(),
                    line.text() + (line.remedy().isEmpty() ? "" : "\n" + line.remedy()));
        }
        List<String> text = new ArrayList<>(fields.lines());
        text.add("");
        text.add(usable ? "Ready. Try it: nodestart verify" : "Not ready: see PROBLEM above.");
        return text;
    }

    static ObjectNode document(List<DoctorLine> lines, boolean usable) {
        ObjectNode document = Json.object();
        document.put("usable", usable);
        ArrayNode checks = document.putArray("checks");
        for (DoctorLine line : lines) {
            ObjectNode check = checks.addObject();
            check.put("level", line.level().name());
            check.put("name", line.name());
            check.put("text", line.text());
            check.put("remedy", line.remedy().isEmpty() ? null : line.remedy());
        }
        return document;
    }
}
