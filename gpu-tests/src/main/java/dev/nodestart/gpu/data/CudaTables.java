package dev.nodestart.gpu.data;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.JsonTree;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return read(name -> Optional.of(JsonCursor.root(name, JsonTree.resource(FOLDER + name))));
    }

    /**
     * The built-in tables with the rows of a user's own {@code cuda.json}, {@code gpus.json} and
     * {@code driver-profiles.json}, each where the folder has it: a row of the same name or version takes the place of the
     * built-in one, others come beside them.
     *
     * @throws dev.nodestart.emulator.data.DataFileException where such a file cannot be used
     */
    public static CudaTables with(Path descriptors) {
        return builtIn().under(read(name -> UserFile.at(descriptors.resolve(name))));
    }

    private static CudaTables read(Function<String, Optional<JsonCursor>> files) {
        Optional<JsonCursor> cuda =
                files.apply("cuda.json").map(file -> file.object(Set.of("families", "toolkits", "api_levels", "ptx")));
        return new CudaTables(
                rows(cuda, "families", ToolkitRow::read),
                rows(cuda, "toolkits", ToolkitRow::read),
                rows(cuda, "api_levels", row -> VersionRow.read(row, "branch", "cuda")),
                rows(cuda, "ptx", row -> VersionRow.read(row, "toolkit", "ptx")),
                rows(files.apply("gpus.json").map(file -> file.object(Set.of("gpus"))), "gpus", GpuModel::read),
                rows(
                        files.apply("driver-profiles.json").map(file -> file.object(Set.of("profiles"))),
                        "profiles",
                        DriverProfile::read));
    }

    private static <T> List<T> rows(Optional<JsonCursor> file, String name, Function<JsonCursor, T> row) {
        return file.flatMap(found -> found.optional(name, list -> list.list(row)))
                .orElse(List.of());
    }

    private CudaTables under(CudaTables own) {
        return new CudaTables(
                merged(families, own.families, ToolkitRow::toolkit),
                merged(toolkits, own.toolkits, ToolkitRow::toolkit),
                merged(apiLevels, own.apiLevels, VersionRow::of),
                merged(ptx, own.ptx, VersionRow::of),
                merged(gpus, own.gpus, GpuModel::name),
                merged(profiles, own.profiles, DriverProfile::name));
    }

    /** A user's own rows come first: of two that fit, the first one counts. */
    private static <T> List<T> merged(List<T> builtIn, List<T> own, Function<T, Object> key) {
        Set<Object> taken = own.stream().map(key).collect(Collectors.toSet());
        return Stream.concat(own.stream(), builtIn.stream().filter(row -> !taken.contains(key.apply(row))))
                .toList();
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
