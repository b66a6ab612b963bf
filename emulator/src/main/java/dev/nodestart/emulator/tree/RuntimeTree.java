package dev.nodestart.emulator.tree;

import dev.nodestart.emulator.spec.SpecProblem;
import dev.nodestart.emulator.spec.SpecRule;
import dev.nodestart.runtime.StubFile;
import dev.nodestart.runtime.StubRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of this machine with parts of a real runtime: what lies in it belongs under {@code /databricks}.
 *
 * @param folder absolute
 */
public record RuntimeTree(Path folder) {
    private static final String HOME = "/databricks/";
    private static final String OWN = HOME + ".nodestart/";
    private static final String KEEP = OWN + "keep/";

    /** The tree in a folder. */
    public static RuntimeTree at(Path folder) {
        return new RuntimeTree(folder.toAbsolutePath().normalize());
    }

    /**
     * What is wrong with the folder, as far as its first level tells: a tree is not walked, because that takes longer
     * than a launch may cost more for it.
     */
    public List<SpecProblem> problems() {
        if (!Files.exists(folder)) {
            return List.of(problem("does not exist.", "Name a folder with parts of a runtime, such as [spark/jars]."));
        }
        if (!Files.isDirectory(folder)) {
            return List.of(problem("is not a folder.", "Unpack it, and name the folder."));
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            boolean empty = true;
            for (Path entry : entries) {
                empty = false;
                Optional<String> odd = odd(entry);
                if (odd.isPresent()) {
                    return List.of(problem(odd.get(), "Take it out."));
                }
            }
            return empty
                    ? List.of(problem("is empty.", "Name a folder that holds [spark], [jars] or the like."))
                    : List.of();
        } catch (IOException e) {
            return List.of(problem("cannot be read: " + e.getMessage() + ".", "Make it readable."));
        }
    }

    /** How the tree and the stub become one. */
    public TreePlan plan(StubRuntime stub) {
        List<String> files = new ArrayList<>();
        for (StubFile file : stub.files()) {
            if (file.path().startsWith(KEEP)) {
                files.add(file.path().substring(KEEP.length()));
            } else if (!file.path().startsWith(OWN)) {
                files.add(file.path().substring(HOME.length()));
            }
        }
        List<String> folders = stub.directories().stream()
                .map(path -> path.substring(HOME.length()))
                .toList();
        return TreePlan.of(files, folders, new FolderListing(folder));
    }

    /** Says what is wrong with an entry that is neither a file nor a folder nor a link. */
    static Optional<String> odd(Path entry) throws IOException {
        return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther()
                ? Optional.of("holds [" + entry.getFileName() + "], which is a socket, a pipe or a device.")
                : Optional.empty();
    }

    private SpecProblem problem(String what, String advice) {
        return SpecProblem.of(SpecRule.FLAG, "", "The runtime tree [" + folder + "] " + what, advice);
    }

    /** The tree as it is on this machine. */
    private record FolderListing(Path root) implements TreeListing {
        @Override
        public List<String> names(String folder, int limit) {
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
                for (Path entry : entries) {
                    names.add(entry.getFileName().toString());
                    if (names.size() > limit) {
                        break;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return names;
        }

        @Override
        public boolean isFolder(String path) {
            return Files.isDirectory(root.resolve(path));
        }

        @Override
        public boolean exists(String path) {
            return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
