package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineInfo;
import dev.nodestart.emulator.gpu.GpuOffer;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.gpu.HostDriver;
import dev.nodestart.emulator.gpu.HostDriverFiles;
import java.nio.file.Path;
import java.util.Set;

/** What an engine offers in the way of GPUs, together with what can be seen of its machine. */
public final class EngineOffer {
    private static final Set<String> LOCAL = Set.of("unix", "npipe");

    private EngineOffer() {}

    /**
     * Asks an engine.
     *
     * @param wish may name the folder of the driver's libraries
     */
    public static GpuOffer of(Engine engine, GpuWish wish) {
        return of(engine, engine.info(), wish);
    }

    /**
     * Of an engine that was asked what it is like.
     *
     * @param wish may name the folder of the driver's libraries
     */
    public static GpuOffer of(Engine engine, EngineInfo info, GpuWish wish) {
        boolean local = LOCAL.contains(String.valueOf(engine.address().getScheme()));
        return GpuOffer.of(info, local, local ? HostDriverFiles.read(Path.of("/"), wish.driver()) : HostDriver.NOTHING);
    }
}
