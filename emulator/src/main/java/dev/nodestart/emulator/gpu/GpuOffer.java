package dev.nodestart.emulator.gpu;

import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.model.GpuWay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an engine and its machine offer a container in the way of GPUs (gpu.md §2.2).
 *
 * @param engineVersion such as {@code 20.10.24}
 * @param local whether the engine is on this machine, so that its files can be looked at
 * @param runtimes OCI runtimes of the engine that are NVIDIA's
 * @param cdiFolders where the engine reads CDI specifications, empty where it does not
 * @param cdiDevices what it found there, empty where it is too old to say
 * @param driver what the machine has
 */
public record GpuOffer(
        String engineVersion,
        boolean local,
        List<String> runtimes,
        List<String> cdiFolders,
        Optional<List<String>> cdiDevices,
        HostDriver driver) {
    static final String CDI_KIND = "nvidia.com/gpu=";

    public GpuOffer {
        runtimes = List.copyOf(runtimes);
        cdiFolders = List.copyOf(cdiFolders);
    }

    /**
     * What an engine says of itself, beside what its machine has.
     *
     * @param driver nothing where the engine is on another machine
     */
    public static GpuOffer of(EngineInfo engine, boolean local, HostDriver driver) {
        return new GpuOffer(
                engine.version(), local, engine.nvidiaRuntimes(), engine.cdiFolders(), engine.cdiDevices(), driver);
    }

    /** Why a way cannot give what is asked for; empty where it can, as far as can be told without trying. */
    public Optional<String> against(GpuWay way, GpuRequest request) {
        return switch (way) {
            case CDI -> againstCdi(request);
            case RUNTIME ->
                runtimes.isEmpty()
                        ? Optional.of("The engine has no OCI runtime [nvidia]: install nvidia-container-toolkit, run"
                                + " [nvidia-ctk runtime configure --runtime=docker] and restart the engine.")
                        : Optional.empty();
            case HOOK -> Optional.empty();
            case EXPLICIT -> againstExplicit(request);
        };
    }

    /** Whether only a trial tells: the engine does not say whether it has the hook, an old one nor what CDI names. */
    public boolean mustBeTried(GpuWay way) {
        return way == GpuWay.HOOK || (way == GpuWay.CDI && cdiDevices.isEmpty());
    }

    /** The ways that are there for certain, nothing tried; without device nodes there is no GPU to map by hand. */
    public List<GpuWay> certain() {
        GpuRequest all = new GpuRequest.All();
        return GpuChoice.ORDER.stream()
                .filter(way -> !mustBeTried(way) && against(way, all).isEmpty())
                .filter(way -> way != GpuWay.EXPLICIT || !driver.devices().isEmpty())
                .toList();
    }

    /** Number of GPUs of the machine, where something tells it. */
    public OptionalInt gpus() {
        if (cdiDevices.isPresent() && !cdiDevices.get().isEmpty()) {
            return OptionalInt.of(numbered().size());
        }
        return local && !driver.devices().isEmpty()
                ? OptionalInt.of(driver.devices().size())
                : OptionalInt.empty();
    }

    /** CDI names with a number, such as {@code nvidia.com/gpu=0}. */
    List<String> numbered() {
        return cdiDevices.orElse(List.of()).stream()
                .filter(name -> name.matches(CDI_KIND + "\\d+"))
                .sorted()
                .toList();
    }

    private Optional<String> againstCdi(GpuRequest request) {
        if (cdiFolders.isEmpty()) {
            return Optional.of("The engine reads no CDI specifications: that needs Docker 25 with [features.cdi], or"
                    + " Docker 28.");
        }
        if (cdiDevices.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = cdiDevices.get().stream()
                .filter(name -> name.startsWith(CDI_KIND))
                .toList();
        if (names.isEmpty()) {
            return Optional.of("No CDI specification in " + cdiFolders + " names an NVIDIA GPU: run"
                    + " [nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml].");
        }
        return GpuInjections.cdiNames(request, this).stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .map(name -> "The engine's CDI specifications do not name [" + name + "]; they name " + names + ".");
    }

    private Optional<String> againstExplicit(GpuRequest request) {
        if (!local) {
            return Optional.of("The engine is on another machine, whose device nodes and driver cannot be seen.");
        }
        if (!driver.hasCuda()) {
            return Optional.of("This machine has no libcuda.so.1 in the usual folders: install NVIDIA's driver, or name"
                    + " its folder in [" + GpuWish.DRIVER_VARIABLE + "].");
        }
        if (request instanceof GpuRequest.Devices some) {
            return some.uuids().stream()
                    .filter(uuid -> !driver.uuids().containsKey(uuid))
                    .findFirst()
                    .map(uuid -> "The kernel driver names no GPU [" + uuid + "]; it names "
                            + driver.uuids().keySet() + ".");
        }
        if (request instanceof GpuRequest.Count count
                && !driver.devices().isEmpty()
                && count.number() > driver.devices().size()) {
            return Optional.of("This machine has " + driver.devices().size() + " of the " + count.number() + " GPUs.");
        }
        return Optional.empty();
    }
}
