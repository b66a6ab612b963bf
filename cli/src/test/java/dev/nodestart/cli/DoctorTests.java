package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.cli.DoctorLine.Level;
import dev.nodestart.emulator.engine.ApiVersion;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.gpu.HostDriver;
import dev.nodestart.emulator.gpu.HostToolkit;
import dev.nodestart.emulator.host.EngineAddress;
import dev.nodestart.emulator.host.EngineLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoctorTests {

    private static final EngineAddress SOCKET =
            new EngineAddress("unix:///var/run/docker.sock", Optional.empty(), "socket");

    @Test
    void aGoodEngineIsOkThroughout() {
        assertThat(engine(info("overlay2", "2", "docker-init", List.of()), 50_000_000_000L, true))
                .allMatch(line -> line.level() == Level.OK && line.remedy().isEmpty())
                .first()
                .isEqualTo(DoctorLine.ok(
                        "engine", "24.0.7 at [unix:///var/run/docker.sock], found by socket, on Debian 12"));
    }

    @Test
    void aFullDiskIsAProblemAndALittleRoomIsWorthKnowing() {
        EngineInfo info = info("overlay2", "2", "docker-init", List.of());

        assertThat(line(engine(info, 1_500_000_000L, true), "disk"))
                .isEqualTo(DoctorLine.problem(
                        "disk",
                        "1.5 GB free in [/var/lib/docker]",
                        "Make room: [nodestart prune] removes what Nodestart left, [docker system prune] more."));
        assertThat(line(engine(info, 5_000_000_000L, true), "disk").level()).isEqualTo(Level.WARN);
    }

    @Test
    void aMissingInitBinaryIsAProblem() {
        assertThat(line(engine(info("overlay2", "2", "docker-init", List.of()), 50_000_000_000L, false), "init"))
                .extracting(DoctorLine::level, DoctorLine::text)
                .containsExactly(
                        Level.PROBLEM,
                        "the engine's init binary [docker-init] is not installed, so no node can be started");
    }

    @Test
    void anInitBinaryThatTheEngineDoesNotTellIsNoProblem() {
        assertThat(line(engine(info("overlay", "1", "", List.of()), 50_000_000_000L, true), "init"))
                .isEqualTo(
                        DoctorLine.ok("init", "the engine does not tell its init binary; without one no node starts"));
    }

    @Test
    void anEngineOnAnotherMachineIsNotJudgedByThisOnesFiles() {
        List<DoctorLine> lines = new EngineDoctor(
                        SOCKET, info("overlay2", "2", "docker-init", List.of()), Optional.empty(), Optional.empty())
                .lines();

        assertThat(lines).allMatch(line -> line.level() == Level.OK);
        assertThat(lines).extracting(DoctorLine::name).doesNotContain("disk");
    }

    @Test
    void oldCgroupsSlowStorageAndMissingLimitsAreWorthKnowing() {
        List<DoctorLine> lines = engine(
                info(
                        "vfs",
                        "1",
                        "docker-init",
                        List.of("WARNING: No memory limit support", "WARNING: bridge-nf-call-iptables is disabled")),
                50_000_000_000L,
                true);

        assertThat(lines.stream().filter(line -> line.level() == Level.WARN).map(DoctorLine::name))
                .containsExactly("cgroups", "storage", "limits");
        assertThat(line(lines, "limits").text()).isEqualTo("No memory limit support");
    }

    @Test
    void anEngineThatDropsLimitsIsNotSaidToSetThem() {
        List<DoctorLine> lines = engine(
                info(
                        "overlay2",
                        "1",
                        false,
                        "docker-init",
                        List.of("WARNING: Running in rootless-mode without cgroups.")),
                50_000_000_000L,
                true);

        assertThat(line(lines, "cgroups"))
                .isEqualTo(DoctorLine.warn(
                        "cgroups",
                        "version 1, by which this engine holds nodes to no limits",
                        "Boot the engine's machine with version 2, which a rootless engine can use, too; until then a node"
                                + " has all of the machine."));
    }

    @Test
    void aProxyIsNamedByItsVariableNeverByItsValue() {
        DoctorLine line = line(
                host(
                        Map.of("HTTPS_PROXY", "http://ada:secret@proxy:3128"),
                        HostDriver.NOTHING,
                        HostToolkit.NOTHING,
                        Optional.of("")),
                "proxy");

        assertThat(line.level()).isEqualTo(Level.WARN);
        assertThat(line.text()).isEqualTo("set on this machine by HTTPS_PROXY; the engine has none");
        assertThat(line.toString()).doesNotContain("secret");
    }

    @Test
    void aGpuWithoutTheToolkitIsWorthKnowing() {
        assertThat(line(host(Map.of(), gpus("/dev/nvidia0"), HostToolkit.NOTHING, Optional.empty()), "GPU"))
                .extracting(DoctorLine::level, DoctorLine::text)
                .containsExactly(Level.WARN, "1 device, driver 580.126.16, but no container toolkit");
    }

    @Test
    void aGpuWithItsToolkitIsOk() {
        HostToolkit toolkit = new HostToolkit(Optional.of("/usr/bin/nvidia-ctk"), List.of("/etc/cdi/nvidia.yaml"));

        assertThat(line(host(Map.of(), gpus("/dev/nvidia0", "/dev/nvidia1"), toolkit, Optional.empty()), "GPU"))
                .isEqualTo(DoctorLine.ok(
                        "GPU",
                        "2 devices, driver 580.126.16, toolkit [/usr/bin/nvidia-ctk], CDI [/etc/cdi/nvidia.yaml]"));
    }

    @Test
    void noEngineIsAProblemWithTheNextCommand() {
        EngineLocation absent =
                new EngineLocation.Absent(List.of(new EngineLocation.Tried(SOCKET, "there is no socket")));

        assertThat(AbsentEngine.line(absent, true, false, true))
                .isEqualTo(DoctorLine.problem(
                        "engine",
                        "none answers; tried\nunix:///var/run/docker.sock: there is no socket",
                        "[nodestart verify] installs Docker's engine from the system's own packages."));
        assertThat(AbsentEngine.line(absent, true, true, true).remedy())
                .isEqualTo("[nodestart verify] starts the installed one.");
        assertThat(AbsentEngine.line(absent, false, true, false).remedy())
                .isEqualTo("Start the installed one: [sudo systemctl start docker] or [sudo service docker start].");
        assertThat(AbsentEngine.line(absent, false, false, false).remedy())
                .isEqualTo("Install Docker Engine 20.10 or newer, or Podman with its socket, and start it.");
    }

    @Test
    void textEndsWithWhatToDoNext() {
        assertThat(DoctorCommand.text(List.of(DoctorLine.warn("size", "small", "Give it more.")), true))
                .containsExactly(
                        "WARN     size  small", "               Give it more.", "", "Ready. Try it: nodestart verify");
    }

    @Test
    void jsonSaysWhetherItCanBeUsed() {
        assertThat(DoctorCommand.document(List.of(DoctorLine.ok("Java", "17")), true))
                .hasToString("{\"usable\":true,\"checks\":[{\"level\":\"OK\",\"name\":\"Java\",\"text\":\"17\","
                        + "\"remedy\":null}]}");
    }

    @Test
    void doctorWhenTheChosenEngineDoesNotAnswerIsNotReady() {
        Run run = Run.of(Map.of("DOCKER_HOST", "unix:///does/not/exist"), "doctor");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out())
                .startsWith("PROBLEM  engine      The engine at [unix:///does/not/exist], chosen by DOCKER_HOST, does"
                        + " not answer: there is no socket.")
                .endsWith("Not ready: see PROBLEM above.\n");
    }

    private static List<DoctorLine> engine(EngineInfo info, long free, boolean initFound) {
        return new EngineDoctor(SOCKET, info, Optional.of(free), Optional.of(initFound)).lines();
    }

    private static HostDriver gpus(String... devices) {
        return new HostDriver(
                List.of(devices), List.of(), Map.of(), Optional.of("580.126.16"), "", List.of(), List.of());
    }

    private static List<DoctorLine> host(
            Map<String, String> environment, HostDriver gpu, HostToolkit toolkit, Optional<String> engineProxy) {
        return new HostDoctor("17.0.15", true, "Debian 12", environment, gpu, toolkit, engineProxy).lines();
    }

    private static DoctorLine line(List<DoctorLine> lines, String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EngineInfo info(String storage, String cgroups, String init, List<String> warnings) {
        return info(storage, cgroups, true, init, warnings);
    }

    private static EngineInfo info(String storage, String cgroups, boolean limits, String init, List<String> warnings) {
        return new EngineInfo(
                "24.0.7",
                new ApiVersion(1, 43),
                "Debian 12",
                "x86_64",
                4,
                16_000_000_000L,
                storage,
                cgroups,
                limits,
                "/var/lib/docker",
                init,
                List.of("runc"),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                "",
                warnings);
    }
}
