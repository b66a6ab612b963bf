package dev.nodestart.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeImageTests {

    @TempDir
    private Path temp;

    private final FakeEngine engine = new FakeEngine();
    private FakeMachine fake = new FakeMachine(Path.of("/"));

    @BeforeEach
    void machine() {
        fake = new FakeMachine(temp);
    }

    @Test
    void ensureWhenEngineHasTheImageCostsOneCall() throws Exception {
        engine.images.add(recipe("FROM x").tag());
        recipe("FROM x").ensure(workshop());
        assertThat(engine.calls).containsExactly("has " + recipe("FROM x").tag());
    }

    @Test
    void tagChangesWithTheRecipe() {
        assertThat(recipe("FROM x").tag())
                .matches("nodestart/sample:15\\.4-[0-9a-f]{12}")
                .isEqualTo(recipe("FROM x").tag())
                .isNotEqualTo(recipe("FROM y").tag());
    }

    @Test
    void ensureBuildsTheStageFlattensItAndLabelsWhatItTurnedOutToBe() throws Exception {
        engine.images.add("debian:12");
        engine.log = List.of(
                "Step 1",
                "nodestart: psutil==5.9.0 is not on the index, taking the newest psutil",
                "nodestart-capabilities: jar,shell",
                "nodestart-missing: IPython pyccolo");
        RecipeImage image = recipe("FROM x");
        image.ensure(workshop());
        String print = image.tag().substring("nodestart/sample:15.4-".length());
        assertThat(engine.calls)
                .containsSubsequence(
                        "build nodestart/sample:stage-%s build {BASE=debian:12}".formatted(print),
                        "flatten nodestart/sample:stage-%s nodestart/sample:files-%s".formatted(print, print),
                        "build %s - {BASE=debian:12, FINAL=nodestart/sample:files-%s, REQUIRE=jar,shell, SAMPLE=%s}"
                                .formatted(image.tag(), print, print),
                        "untag nodestart/sample:files-" + print,
                        "untag nodestart/sample:stage-" + print,
                        "prune dev.nodestart.build=sample");
        assertThat(fake.heard)
                .containsExactly(
                        "image " + image.tag(),
                        "note Sample image: psutil==5.9.0 is not on the index, taking the newest psutil",
                        "note The sample image lacks the Python modules [IPython pyccolo], so it is not asked to run Python cells; they could not be installed here.");
    }

    @Test
    void ensureWhenBuildFailsLeavesNoContextAndNoStage() {
        engine.images.add("debian:12");
        engine.failure = Optional.of("The build broke.");
        assertThatThrownBy(() -> recipe("FROM x").ensure(workshop()))
                .isInstanceOf(HostException.class)
                .hasMessage("The build broke.");
        assertThat(temp.resolve("state/context")).doesNotExist();
        assertThat(engine.calls).last().isEqualTo("prune dev.nodestart.build=sample");
    }

    @Test
    void ensureShowsTheBuildItsRecipeAndThisMachinesSettings() throws Exception {
        engine.images.add("debian:12");
        recipe("FROM x").ensure(workshop());
        assertThat(engine.contexts.get(0)).contains("Dockerfile", "host");
    }

    @Test
    void baseWhenRegistryAnswersIsPulled() throws Exception {
        engine.pullable = true;
        assertThat(new DebianBase(workshop(), List.of()).ensure()).isEqualTo("debian:12");
        assertThat(engine.calls).last().isEqualTo("pull debian:12");
    }

    @Test
    void baseWhenNoRegistryAnswersIsMadeFromThePackageSourcesAndKept() throws Exception {
        fake.with("dpkg-query", "echo installed")
                .with("mmdebstrap", "for last; do :; done; cp \"$last\" \"$state/list\"");
        assertThat(new DebianBase(workshop(), List.of(source())).ensure()).isEqualTo(DebianBase.tag());
        assertThat(fake.heard)
                .containsExactly("base from this machine's package sources, as no image registry can be reached");
        assertThat(Files.readString(temp.resolve("list"))).startsWith("Types: deb\nURIs: http://mirror/debian\n");
        assertThat(engine.calls).last().isEqualTo("import " + DebianBase.tag());
        assertThat(temp.resolve("state/base")).doesNotExist();
    }

    @Test
    void baseWhenBootstrapFailsTellsItsLastWord() throws Exception {
        fake.with("dpkg-query", "echo installed").with("mmdebstrap", "echo 'E: apt-get update failed.'; exit 25");
        assertThatThrownBy(() -> new DebianBase(workshop(), List.of(source())).ensure())
                .hasMessage(
                        "A Debian base image cannot be made: mmdebstrap ended with exit code 25: E: apt-get update failed. Check this machine's package sources with [apt-get update].");
    }

    @Test
    void baseWhenNeitherRegistryNorPackageSourcesSaysBoth() {
        assertThatThrownBy(() -> new DebianBase(workshop(), List.of()).ensure())
                .hasMessage(
                        "The image [debian:12] cannot be pulled (no such host), and this machine has no Debian package sources to make one from: load it with [docker load], or name an image of your own.");
    }

    @Test
    void sampleWhenFolderIsMissingNamesIt() {
        assertThatThrownBy(() -> SampleImage.of(temp.resolve("nowhere")))
                .hasMessage(
                        "The sample image cannot be built: its folder [%s] cannot be read. Run from a complete checkout, or name an image of your own."
                                .formatted(temp.resolve("nowhere")));
    }

    private static AptSource source() {
        return new AptSource("http://mirror/debian", "bookworm", List.of("main"), Optional.empty(), false);
    }

    private static RecipeImage recipe(String dockerfile) {
        return new RecipeImage(
                Map.of("Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8)), "nodestart/sample", "15.4");
    }

    private Workshop workshop() {
        return new Workshop(
                engine, fake.programs(), fake.machine(true, false, "debian"), Map.of(), temp, fake.listener());
    }

    /** An engine that notes what it is asked. */
    private static final class FakeEngine implements ImageBuilder {
        private final List<String> calls = new ArrayList<>();
        private final List<List<String>> contexts = new ArrayList<>();
        private final Set<String> images = new HashSet<>();
        private List<String> log = List.of();
        private boolean pullable;
        private Optional<String> failure = Optional.empty();

        @Override
        public boolean has(String reference) {
            calls.add("has " + reference);
            return images.contains(reference);
        }

        @Override
        public Optional<String> pull(String reference) {
            calls.add("pull " + reference);
            return pullable ? Optional.empty() : Optional.of("no such host");
        }

        @Override
        public void importRootFilesystem(Path archive, String tag) {
            calls.add("import " + tag);
        }

        @Override
        public void build(Build build, Consumer<String> output) throws HostException {
            calls.add("build %s %s %s"
                    .formatted(build.tag(), build.target().orElse("-"), new java.util.TreeMap<>(build.arguments())));
            contexts.add(names(build.context()));
            if (failure.isPresent()) {
                throw new HostException(failure.get());
            }
            log.forEach(output);
        }

        private static List<String> names(Path folder) throws HostException {
            try (var files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString()).toList();
            } catch (IOException e) {
                throw new HostException("unreadable", e);
            }
        }

        @Override
        public void flatten(String image, String tag) {
            calls.add("flatten %s %s".formatted(image, tag));
        }

        @Override
        public void untag(String reference) {
            calls.add("untag " + reference);
        }

        @Override
        public void removeUntagged(String label) {
            calls.add("prune " + label);
        }
    }
}
