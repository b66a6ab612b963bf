package dev.nodestart.emulator.gpu;

import dev.nodestart.emulator.engine.GpuInjection;
import dev.nodestart.emulator.engine.GpuInjection.Wish;
import dev.nodestart.emulator.engine.Mount;
import dev.nodestart.emulator.model.GpuWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A container's settings for each way (gpu.md §2.1). */
final class GpuInjections {
    /** Where Debian and Ubuntu look for libraries; the images of the platform are built on them. */
    private static final String LIBRARIES = "/usr/lib/x86_64-linux-gnu/";

    private static final int ALL = -1;

    private GpuInjections() {}

    static GpuInjection of(GpuWay way, GpuRequest request, GpuOffer offer) {
        if (request instanceof GpuRequest.None && way != GpuWay.RUNTIME) {
            // an engine whose usual runtime is NVIDIA's would follow the image's own variable
            return new GpuInjection(
                    List.of(), Optional.empty(), List.of("NVIDIA_VISIBLE_DEVICES=void"), List.of(), List.of());
        }
        return switch (way) {
            case HOOK -> asking(hook(request));
            // neither a count nor options: the engine refuses them for CDI
            case CDI -> asking(new Wish("cdi", 0, cdiNames(request, offer), ""));
            case RUNTIME ->
                new GpuInjection(
                        List.of(),
                        Optional.of(
                                offer.runtimes().isEmpty()
                                        ? "nvidia"
                                        : offer.runtimes().get(0)),
                        // NVIDIA_DRIVER_CAPABILITIES stays the image's own: without it the toolkit gives
                        // compute,utility
                        List.of("NVIDIA_VISIBLE_DEVICES=" + visible(request)),
                        List.of(),
                        List.of());
            case EXPLICIT -> explicit(request, offer.driver());
        };
    }

    /** What the engine is asked for, for people. */
    static List<String> devices(GpuWay way, GpuRequest request, GpuOffer offer) {
        if (request instanceof GpuRequest.None) {
            return List.of();
        }
        return switch (way) {
            case HOOK -> List.of("--gpus " + request.text());
            case RUNTIME -> List.of("NVIDIA_VISIBLE_DEVICES=" + visible(request));
            case CDI -> cdiNames(request, offer);
            case EXPLICIT -> nodes(request, offer.driver());
        };
    }

    static List<String> cdiNames(GpuRequest request, GpuOffer offer) {
        if (request instanceof GpuRequest.Count count) {
            List<String> known = offer.numbered();
            return IntStream.range(0, count.number())
                    .mapToObj(number -> number < known.size() ? known.get(number) : GpuOffer.CDI_KIND + number)
                    .toList();
        }
        if (request instanceof GpuRequest.Devices some) {
            return some.uuids().stream().map(uuid -> GpuOffer.CDI_KIND + uuid).toList();
        }
        return List.of(GpuOffer.CDI_KIND + "all");
    }

    private static Wish hook(GpuRequest request) {
        // count and names together are refused
        if (request instanceof GpuRequest.Devices some) {
            return new Wish("", 0, some.uuids(), "gpu");
        }
        return new Wish("", request instanceof GpuRequest.Count count ? count.number() : ALL, List.of(), "gpu");
    }

    private static String visible(GpuRequest request) {
        return request instanceof GpuRequest.Count count
                ? String.join(
                        ",",
                        IntStream.range(0, count.number())
                                .mapToObj(Integer::toString)
                                .toList())
                : request.text();
    }

    private static GpuInjection explicit(GpuRequest request, HostDriver driver) {
        List<Mount> mounts = new ArrayList<>();
        for (DriverLibrary library : driver.libraries()) {
            library.names().forEach(name -> mounts.add(new Mount("bind", library.path(), LIBRARIES + name, true)));
        }
        driver.programs().forEach(path -> mounts.add(new Mount("bind", path, "/usr/bin/nvidia-smi", true)));
        List<String> nodes = new ArrayList<>(nodes(request, driver));
        nodes.addAll(driver.controls());
        // void keeps a runtime that is NVIDIA's by default from injecting once more (gpu.md §6.4)
        return new GpuInjection(List.of(), Optional.empty(), List.of("NVIDIA_VISIBLE_DEVICES=void"), nodes, mounts);
    }

    private static List<String> nodes(GpuRequest request, HostDriver driver) {
        if (request instanceof GpuRequest.Count count) {
            return driver.devices().stream().limit(count.number()).toList();
        }
        if (request instanceof GpuRequest.Devices some) {
            return some.uuids().stream()
                    .flatMap(uuid -> Optional.ofNullable(driver.uuids().get(uuid)).stream())
                    .toList();
        }
        return driver.devices();
    }

    private static GpuInjection asking(Wish wish) {
        return new GpuInjection(List.of(wish), Optional.empty(), List.of(), List.of(), List.of());
    }
}
