package dev.nodestart.cli;

import dev.nodestart.emulator.gpu.GpuOffer;
import dev.nodestart.emulator.gpu.GpuRequest;
import dev.nodestart.emulator.model.GpuWay;
import java.util.List;
import java.util.stream.Collectors;

/** Which ways an engine offers to give a container a GPU. Pure. */
final class GpuDoctor {
    private GpuDoctor() {}

    static DoctorLine line(GpuOffer offer) {
        List<GpuWay> certain = offer.certain();
        List<GpuWay> tried = List.of(GpuWay.CDI, GpuWay.HOOK).stream()
                .filter(offer::mustBeTried)
                .filter(way -> offer.against(way, new GpuRequest.All()).isEmpty())
                .toList();
        String untold = tried.isEmpty() ? "" : "; told only by trying: " + names(tried);
        if (certain.isEmpty()) {
            return DoctorLine.ok(
                    "GPU ways", "none that the engine tells of" + untold + ", which [verify --gpus all] does");
        }
        return DoctorLine.ok("GPU ways", names(certain) + untold);
    }

    private static String names(List<GpuWay> ways) {
        return ways.stream().map(GpuWay::reportName).collect(Collectors.joining(", "));
    }
}
