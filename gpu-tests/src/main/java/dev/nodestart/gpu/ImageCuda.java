package dev.nodestart.gpu;

import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.gpu.data.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the image has of CUDA, as its files and its configuration show it, whether or not there is a GPU.
 *
 * @param env the image's variables
 * @param rows what the node answered to {@code gpu.image}, each row a kind and its fields
 * @param cache what the loader's cache has of the driver
 */
record ImageCuda(Map<String, String> env, List<List<String>> rows, List<String> cache) {

    static final String NONE = "The image has no CUDA: no toolkit, no library, no driver file and no variable of it.";

    private static final Pattern CUDART = Pattern.compile("libcudart\\.so\\.(\\d+\\.\\d+(?:\\.\\d+)?)$");

    static ImageCuda of(Facts facts) {
        return new ImageCuda(
                facts.image().env(),
                facts.answer("gpu.image").lines().stream()
                        .map(line -> List.of(line.split("\t", -1)))
                        .toList(),
                facts.asked("gpu.cache").map(Answer::lines).orElse(List.of()));
    }

    /** A judgement of these; an image without CUDA is none of its business. */
    static Function<Facts, Finding> judging(Function<ImageCuda, Finding> judgement) {
        return facts -> {
            ImageCuda cuda = of(facts);
            return cuda.isThere() ? judgement.apply(cuda) : Finding.skipped(NONE);
        };
    }

    boolean isThere() {
        return env.containsKey("CUDA_VERSION")
                || env.keySet().stream().anyMatch(name -> name.startsWith("NVIDIA_"))
                || Stream.of("driver", "toolkit", "link", "cudart", "compat", "python", "simulated")
                        .anyMatch(kind -> !each(kind).isEmpty())
                || searchPath().stream().anyMatch(folder -> folder.contains("cuda") || folder.contains("nvidia"));
    }

    /** The rows of a kind, without the kind. */
    List<List<String>> each(String kind) {
        return rows.stream()
                .filter(row -> row.get(0).equals(kind) && row.size() > 1)
                .map(row -> row.subList(1, row.size()))
                .toList();
    }

    /** The first field of every row of a kind. */
    List<String> first(String kind) {
        return each(kind).stream().map(row -> row.get(0)).toList();
    }

    /** The folders of {@code LD_LIBRARY_PATH} on the node. */
    List<String> searchPath() {
        return first("search").stream()
                .flatMap(path -> Arrays.stream(path.split(":", -1)))
                .filter(folder -> !folder.isEmpty())
                .toList();
    }

    /** The folders that {@code /etc/ld.so.conf} and its parts name, each with the file that names it. */
    List<List<String>> configured() {
        return each("conf").stream().filter(row -> row.size() > 1).toList();
    }

    /** The driver's files that the image itself holds; what was mounted into the node is the host's. */
    List<String> bakedDriver() {
        return each("driver").stream()
                .filter(row -> !isMounted(row.get(0)) && !(row.size() > 1 && isMounted(row.get(1))))
                .map(row -> row.get(0))
                .filter(path -> !isStub(path) && !isCompat(path))
                .toList();
    }

    /** Where the image holds the driver of Nodestart's own tests. */
    List<String> simulatedDriver() {
        return first("simulated").stream().filter(path -> !isMounted(path)).toList();
    }

    static boolean isStub(String path) {
        return path.contains("/stubs");
    }

    static boolean isCompat(String path) {
        return path.matches(".*/compat(/.*)?");
    }

    /** Whether a file is the image's own, and was not handed in from outside. */
    boolean isInImage(String path) {
        return !isMounted(path);
    }

    private boolean isMounted(String path) {
        return first("mount").stream().anyMatch(point -> path.equals(point) || path.startsWith(point + "/"));
    }

    /** Every CUDA that code in the image was built with, with where it is. */
    List<Built> built() {
        Stream<Built> toolkits =
                each("toolkit").stream().filter(row -> row.size() > 2).flatMap(row -> built(row.get(1), row.get(2)));
        Stream<Built> libraries = each("cudart").stream()
                .filter(row -> row.size() > 1)
                .flatMap(row -> cudart(row.get(1)).stream().flatMap(version -> built(row.get(1), version)));
        Stream<Built> python = each("python").stream()
                .filter(row -> row.size() > 2)
                .flatMap(row -> built(row.get(0) + " in " + row.get(1), row.get(2)));
        Stream<Built> variable = built("ENV CUDA_VERSION", env.getOrDefault("CUDA_VERSION", ""));
        return Stream.of(variable, toolkits, libraries, python)
                .flatMap(one -> one)
                .distinct()
                .toList();
    }

    /** The versions of CUDA in the system's folders. */
    List<Version> systemVersions() {
        return built().stream()
                .filter(built -> !built.where().contains(" in "))
                .map(built -> built.cuda().minor())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> cudart(String path) {
        Matcher matcher = CUDART.matcher(path);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Stream<Built> built(String where, String version) {
        return Version.parse(version).map(cuda -> new Built(where, cuda)).stream();
    }

    /**
     * Something that was built with a CUDA.
     *
     * @param where a path, a variable, or a package and its folder
     * @param cuda the version
     */
    record Built(String where, Version cuda) {}
}
