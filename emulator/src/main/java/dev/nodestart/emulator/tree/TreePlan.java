package dev.nodestart.emulator.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a runtime tree and the stub become one {@code /databricks}. The tree is mounted beside it, as a whole and
 * read-only, and links lead to it: as few as will do. All paths are relative to {@code /databricks}.
 *
 * @param links what only the tree has: one link each, to a file or a whole folder
 * @param hidden what both have, so that the stub's is used
 * @param beside folders of both in which the tree has more entries than are linked one by one
 * @param classPath what the tree adds to the class path, absolute in the node
 */
public record TreePlan(List<String> links, List<String> hidden, List<String> beside, List<String> classPath) {
    /** Where the whole tree is mounted. */
    public static final String MOUNT = "/databricks/.nodestart/imported";

    /** No tree. */
    public static final TreePlan NONE = new TreePlan(List.of(), List.of(), List.of(), List.of());

    /** A link costs 50 microseconds on a quiet machine, and a launch may cost 30 milliseconds more for a tree. */
    static final int MOST_ENTRIES = 64;

    private static final String JARS = "jars";
    private static final String SPARK_JARS = "spark/jars";

    /** The stub has these only because there is no real one. */
    private static final Set<String> STAND_INS = Set.of("spark/python/pyspark");

    /** Plans for the stub with these files and these folders, which may be empty. */
    static TreePlan of(Collection<String> stubFiles, Collection<String> stubFolders, TreeListing tree) {
        Planning planning = new Planning(Set.copyOf(stubFiles), withParents(stubFiles, stubFolders), tree);
        planning.folder("");
        List<String> classPath = new ArrayList<>();
        if (planning.beside.contains(JARS)) {
            classPath.add(MOUNT + "/" + JARS + "/*");
        }
        // where Spark's own distribution keeps its jars; the platform has them in /databricks/jars (dcs.md §4.3)
        if (tree.isFolder(SPARK_JARS)) {
            classPath.add("/databricks/" + SPARK_JARS + "/*");
        }
        return new TreePlan(
                List.copyOf(planning.links),
                List.copyOf(planning.hidden),
                List.copyOf(planning.beside),
                List.copyOf(classPath));
    }

    /** Whether the tree has the real thing in place of this file or folder of the stub. */
    public boolean replaces(String path) {
        return STAND_INS.stream()
                .anyMatch(
                        standIn -> links.contains(standIn) && (path.equals(standIn) || path.startsWith(standIn + "/")));
    }

    /** What a user should know, one sentence each. */
    public List<String> notes() {
        return beside.stream()
                .map(folder -> "The runtime tree has more than [" + MOST_ENTRIES + "] entries in the folder [" + folder
                        + "], which the stub has too; they are not in [/databricks/" + folder + "] but in [" + MOUNT
                        + "/" + folder + "]"
                        + (folder.equals(JARS) ? ", which is on the class path." : "."))
                .toList();
    }

    private static Set<String> withParents(Collection<String> files, Collection<String> folders) {
        Set<String> all = new HashSet<>(folders);
        all.add("");
        List<String> paths = new ArrayList<>(files);
        paths.addAll(folders);
        for (String path : paths) {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                all.add(path.substring(0, slash));
            }
        }
        return all;
    }

    /** One walk through what both have. */
    private static final class Planning {
        private final Set<String> stubFiles;
        private final Set<String> stubFolders;
        private final TreeListing tree;
        private final List<String> links = new ArrayList<>();
        private final List<String> hidden = new ArrayList<>();
        private final List<String> beside = new ArrayList<>();

        Planning(Set<String> stubFiles, Set<String> stubFolders, TreeListing tree) {
            this.stubFiles = stubFiles;
            this.stubFolders = stubFolders;
            this.tree = tree;
        }

        void folder(String folder) {
            List<String> names = tree.names(folder, MOST_ENTRIES);
            if (names.size() > MOST_ENTRIES) {
                beside.add(folder);
                names = stubNames(folder);
            }
            names.stream().sorted().map(name -> child(folder, name)).forEach(this::entry);
        }

        private void entry(String path) {
            if (path.startsWith(".")) {
                // nothing of the platform's own: such as .git, .DS_Store, or a second .nodestart
                return;
            }
            boolean stubHas = stubFiles.contains(path) || stubFolders.contains(path);
            if (!stubHas || STAND_INS.contains(path)) {
                links.add(path);
            } else if (stubFolders.contains(path) && tree.isFolder(path)) {
                folder(path);
            } else {
                hidden.add(path);
            }
        }

        private List<String> stubNames(String folder) {
            return Stream.concat(stubFiles.stream(), stubFolders.stream())
                    .filter(path -> !path.isEmpty() && parent(path).equals(folder) && tree.exists(path))
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .distinct()
                    .toList();
        }

        private static String child(String folder, String name) {
            return folder.isEmpty() ? name : folder + "/" + name;
        }

        private static String parent(String path) {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
    }
}
