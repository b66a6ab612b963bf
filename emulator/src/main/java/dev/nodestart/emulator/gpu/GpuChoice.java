package dev.nodestart.emulator.gpu;

import dev.nodestart.emulator.engine.GpuInjection;
import dev.nodestart.emulator.model.GpuAccess;
import dev.nodestart.emulator.model.GpuWay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The way that is taken, and the reason for each that is not.
 *
 * @param access for the recording
 * @param injection for the containers, nothing where no way is taken
 */
public record GpuChoice(GpuAccess access, GpuInjection injection) {
    /** CDI says most of what it does; the hook is the legacy one; mapping by hand comes last (gpu.md §2.2). */
    static final List<GpuWay> ORDER = List.of(GpuWay.CDI, GpuWay.RUNTIME, GpuWay.HOOK, GpuWay.EXPLICIT);

    /** {@code --gpus} is CDI from this version on (gpu.md §0.2). */
    private static final int CDI_MAJOR = 29;

    private static final int CDI_MINOR = 2;

    /**
     * Chooses. A way that the user names is taken whether it is offered or not: the engine's own refusal says most.
     *
     * @param trial starts something by a way and gives why that failed, empty where it did not
     */
    public static GpuChoice of(
            GpuRequest request,
            Optional<GpuWay> wanted,
            GpuOffer offer,
            BiFunction<GpuWay, GpuInjection, Optional<String>> trial) {
        Map<GpuWay, String> against = new EnumMap<>(GpuWay.class);
        if (wanted.isPresent()) {
            ORDER.stream()
                    .filter(way -> way != wanted.get())
                    .forEach(way -> against.put(
                            way,
                            offer.against(way, request)
                                    .orElse("Not taken: [" + wanted.get().reportName() + "] was asked for.")));
            Optional<String> unmappable =
                    wanted.get() == GpuWay.EXPLICIT ? offer.against(GpuWay.EXPLICIT, request) : Optional.empty();
            return unmappable
                    .map(reason -> none(request, offer, reason, against))
                    .orElseGet(() -> taken(wanted.get(), request, offer, against));
        }
        for (GpuWay way : ORDER) {
            GpuInjection injection = GpuInjections.of(way, request, offer);
            Optional<String> reason = offer.against(way, request)
                    .or(() -> offer.mustBeTried(way) ? trial.apply(way, injection) : Optional.empty());
            if (reason.isEmpty()) {
                ORDER.stream()
                        .skip(ORDER.indexOf(way) + 1L)
                        .forEach(later -> against.put(
                                later,
                                offer.against(later, request)
                                        .orElse("Not taken: [" + way.reportName() + "] comes before it.")));
                return taken(way, request, offer, against);
            }
            against.put(way, reason.get());
        }
        return none(
                request,
                offer,
                "this engine [" + offer.engineVersion() + "] offers no way to give a container one. "
                        + String.join(" ", against.values()),
                against);
    }

    private static GpuChoice none(GpuRequest request, GpuOffer offer, String why, Map<GpuWay, String> against) {
        return new GpuChoice(
                new GpuAccess(request.text(), Optional.empty(), why, offer.engineVersion(), List.of(), against),
                GpuInjection.NONE);
    }

    private static GpuChoice taken(GpuWay way, GpuRequest request, GpuOffer offer, Map<GpuWay, String> against) {
        return new GpuChoice(
                new GpuAccess(
                        request.text(),
                        Optional.of(way),
                        meaning(way, offer),
                        offer.engineVersion(),
                        GpuInjections.devices(way, request, offer),
                        against),
                GpuInjections.of(way, request, offer));
    }

    static String meaning(GpuWay way, GpuOffer offer) {
        String engine = "Docker " + offer.engineVersion();
        return switch (way) {
            case HOOK ->
                gpusMeansCdi(offer.engineVersion())
                        ? "--gpus, which on " + engine + " is CDI"
                        : "--gpus, which on " + engine + " is the container toolkit's hook";
            case RUNTIME -> "--runtime=nvidia on " + engine;
            case CDI -> "CDI devices, which " + engine + " reads from " + offer.cdiFolders();
            case EXPLICIT ->
                "device nodes "
                        + (offer.driver().devices().isEmpty()
                                ? "(none)"
                                : offer.driver().devices().toString())
                        + " and driver libraries of [" + offer.driver().folder() + "], mapped by hand";
        };
    }

    static boolean gpusMeansCdi(String engineVersion) {
        String[] parts = engineVersion.split("[^0-9]+", -1);
        int major = parts.length > 0 && !parts[0].isEmpty() ? Integer.parseInt(parts[0]) : 0;
        int minor = parts.length > 1 && !parts[1].isEmpty() ? Integer.parseInt(parts[1]) : 0;
        return major > CDI_MAJOR || (major == CDI_MAJOR && minor >= CDI_MINOR);
    }
}
