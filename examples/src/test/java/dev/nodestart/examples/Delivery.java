package dev.nodestart.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nodestart as another build gets it: a copy of this tree, deployed to a folder under a version that no local repository
 * has.
 *
 * @param folder where everything of it lies
 * @param version its version
 */
record Delivery(Path folder, String version) {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String OURS = "0.1.0-SNAPSHOT";
    private static final Set<String> NOT_COPIED = Set.of("target", ".git", ".idea");

    static Delivery make(Path folder, String version) {
        Delivery delivery = new Delivery(folder, version);
        delete(folder);
        delivery.copy(ROOT, folder.resolve("tree"));
        MavenRun deployed = MavenRun.of(
                folder.resolve("tree"),
                "deploy",
                "-pl",
                "!examples",
                "-Dquick",
                "-DskipTests",
                "-DskipITs",
                "-Dspotless.check.skip=true",
                "-Dmaven.install.skip=true",
                "-DaltDeploymentRepository=here::" + delivery.repository().toUri());
        if (deployed.exitCode() != 0) {
            throw new AssertionError("mvn deploy failed:\n" + deployed.output());
        }
        delivery.writeSettings();
        return delivery;
    }

    Path repository() {
        return folder.resolve("repository");
    }

    /** The folder of one artifact. */
    Path artifact(String name) {
        return repository().resolve("dev/nodestart").resolve(name).resolve(version);
    }

    /** The example repository, copied out of the tree. */
    Path example(String name, String as) {
        Path copy = folder.resolve("copies").resolve(as);
        delete(copy);
        copy(ROOT.resolve("examples").resolve(name), copy);
        return copy;
    }

    /** Runs {@code mvn verify} in a copy; Nodestart comes from the folder alone. */
    MavenRun verify(Path example, String... more) {
        return MavenRun.of(
                example,
                Stream.concat(
                                Stream.of(
                                        "verify",
                                        "-gs",
                                        folder.resolve("settings.xml").toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Takes what was resolved out of the local repository again. */
    void forget() {
        Path cached = Path.of(System.getProperty("nodestart.repository", ""), "dev", "nodestart");
        try (Stream<Path> artifacts = Files.isDirectory(cached) ? Files.list(cached) : Stream.empty()) {
            for (Path artifact : artifacts.toList()) {
                delete(artifact.resolve(version));
                if (hasNoVersion(artifact)) {
                    delete(artifact);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is left then is what Maven noted of our folder. */
    private static boolean hasNoVersion(Path artifact) throws IOException {
        try (Stream<Path> entries = Files.list(artifact)) {
            return entries.noneMatch(Files::isDirectory);
        }
    }

    private void writeSettings() {
        String settings = """
                <settings>
                  <profiles>
                    <profile>
                      <id>delivery</id>
                      <repositories><repository><id>here</id><url>%s</url></repository></repositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>delivery</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository().toUri());
        try {
            Files.writeString(folder.resolve("settings.xml"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    if (NOT_COPIED.contains(String.valueOf(directory.getFileName()))
                            || directory.equals(ROOT.resolve(".nodestart"))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(to.resolve(from.relativize(directory)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        Path target = to.resolve(from.relativize(file));
                        Files.copy(file, target);
                        if (file.endsWith("pom.xml")) {
                            Files.writeString(target, Files.readString(target).replace(OURS, version));
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> paths = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
