package dev.nodestart.gpu.data;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which CUDA runs on which driver and which GPU, as data.
 *
 * @param families the oldest driver of each toolkit family
 * @param toolkits the driver that each toolkit ships with, the oldest toolkit first
 * @param apiLevels the CUDA version of each driver branch's API
 * @param ptx the PTX version of each toolkit's compiler
 * @param gpus the GPUs of Databricks' instance types
 * @param profiles the drivers of nodes
 */
public record CudaTables(
        List<ToolkitRow> families,
        List<ToolkitRow> toolkits,
        List<VersionRow> apiLevels,
        List<VersionRow> ptx,
        List<GpuModel> gpus,
        List<DriverProfile> profiles) {

    private static final String FOLDER = "/dev/nodestart/gpu/data/";

    /** The tables that come with Nodestart. */
    public static CudaTables builtIn() {
        JsonCursor cuda = file("cuda.json");
        return new CudaTables(
                cuda.child("families").list(ToolkitRow::read),
                cuda.child("toolkits").list(ToolkitRow::read),
                cuda.child("api_levels").list(row -> VersionRow.read(row, "branch", "cuda")),
                cuda.child("ptx").list(row -> VersionRow.read(row, "toolkit", "ptx")),
                file("gpus.json").child("gpus").list(GpuModel::read),
                file("driver-profiles.json").child("profiles").list(DriverProfile::read));
    }

    private static JsonCursor file(String name) {
        return JsonCursor.root(name, JsonTree.resource(FOLDER + name));
    }

    /** The oldest driver that runs a toolkit's family at all; empty for a family that is not in the table. */
    public Optional<ToolkitRow> family(Version toolkit) {
        return families.stream()
                .filter(row -> row.toolkit().major() == toolkit.major())
                .findFirst();
    }

    /** The driver that a toolkit ships with; of one that is not listed, that of the nearest older one of its minor version. */
    public Optional<ToolkitRow> ownDriver(Version toolkit) {
        return toolkits.stream()
                .filter(row -> row.toolkit().minor().equals(toolkit.minor()))
                .filter(row -> toolkit.parts().size() < 3 || toolkit.atLeast(row.toolkit()))
                .max(Comparator.comparing(ToolkitRow::toolkit))
                .or(() -> toolkits.stream()
                        .filter(row -> row.toolkit().minor().equals(toolkit.minor()))
                        .findFirst());
    }

    /** The CUDA version of a driver's API: the row of its branch, else the newest toolkit whose own branch is not newer. */
    public Optional<Version> apiLevel(Version driver) {
        return apiLevels.stream()
                .filter(row -> row.of().major() == driver.major())
                .map(VersionRow::is)
                .findFirst()
                .or(() -> toolkits.stream()
                        .filter(row -> driver.major() >= row.driver().major())
                        .map(row -> row.toolkit().minor())
                        .max(Comparator.naturalOrder()));
    }

    /** The PTX version that a toolkit's compiler writes. */
    public Optional<Version> ptx(Version toolkit) {
        return ptx.stream()
                .filter(row -> row.of().equals(toolkit.minor()))
                .map(VersionRow::is)
                .findFirst();
    }

    /** The GPU that the driver calls by a name. */
    public Optional<GpuModel> gpu(String name) {
        return gpus.stream().filter(gpu -> gpu.named().matcher(name).find()).findFirst();
    }

    /** A profile by its name. */
    public Optional<DriverProfile> profile(String name) {
        return profiles.stream()
                .filter(profile -> profile.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The profile of a line on a cloud; empty for a line that is not in the table. */
    public Optional<DriverProfile> profile(String line, String cloud) {
        return profiles.stream()
                .filter(profile -> profile.line().filter(line::equals).isPresent())
                .filter(profile -> profile.cloud().equals(cloud))
                .findFirst();
    }
}
