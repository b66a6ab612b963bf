package dev.nodestart.emulator.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreePlanTests {
    private static final List<String> STUB_FILES = List.of(
            "spark/VERSION", "spark/sbin/start-slave.sh", "spark/python/pyspark/__init__.py", "jars/----stub.jar");
    private static final List<String> STUB_FOLDERS = List.of("spark/logs");

    @Test
    void ofWhenOnlyTheTreeHasAFolderLinksItAsAWhole() {
        TreePlan plan = plan("spark/jars/a.jar", "spark/jars/b.jar", "python_libs/x.py");

        assertThat(plan.links()).containsExactly("python_libs", "spark/jars");
        assertThat(plan.hidden()).isEmpty();
        assertThat(plan.beside()).isEmpty();
    }

    @Test
    void ofWhenBothHaveAFolderLinksWhatTheStubHasNot() {
        TreePlan plan = plan("jars/a.jar", "spark/sbin/start-master.sh", "spark/logs/old.log");

        assertThat(plan.links()).containsExactly("jars/a.jar", "spark/logs/old.log", "spark/sbin/start-master.sh");
    }

    @Test
    void ofWhenBothHaveAFileUsesTheStubs() {
        TreePlan plan = plan("spark/VERSION", "spark/sbin/start-slave.sh", "spark/RELEASE");

        assertThat(plan.links()).containsExactly("spark/RELEASE");
        assertThat(plan.hidden()).containsExactly("spark/VERSION", "spark/sbin/start-slave.sh");
    }

    @Test
    void ofWhenOneHasAFileWhereTheOtherHasAFolderUsesTheStubs() {
        TreePlan plan = plan("spark/logs", "spark/VERSION/odd");

        assertThat(plan.links()).isEmpty();
        assertThat(plan.hidden()).containsExactly("spark/VERSION", "spark/logs");
    }

    @Test
    void ofWhenTheTreeHasTheRealPysparkUsesItAsAWhole() {
        TreePlan plan = plan("spark/python/pyspark/__init__.py", "spark/python/pyspark/sql/session.py");

        assertThat(plan.links()).containsExactly("spark/python/pyspark");
        assertThat(plan.hidden()).isEmpty();
        assertThat(plan.replaces("spark/python/pyspark/__init__.py")).isTrue();
        assertThat(plan.replaces("spark/python/pyspark")).isTrue();
        assertThat(plan.replaces("spark/VERSION")).isFalse();
    }

    @Test
    void replacesWhenTheTreeHasNoPysparkIsFalse() {
        assertThat(plan("spark/jars/a.jar").replaces("spark/python/pyspark/__init__.py"))
                .isFalse();
    }

    @Test
    void ofLeavesOutHiddenEntriesOfTheFirstLevel() {
        TreePlan plan = plan(".git/config", ".nodestart/node.sh", "spark/.hidden");

        assertThat(plan.links()).containsExactly("spark/.hidden");
    }

    @Test
    void ofWhenJarsAreTooManyPutsThemOnTheClassPath() {
        TreePlan plan = plan(
                Stream.concat(files("jars", 65), Stream.of("spark/RELEASE")).toArray(String[]::new));

        assertThat(plan.links()).containsExactly("spark/RELEASE");
        assertThat(plan.beside()).containsExactly("jars");
        assertThat(plan.classPath()).containsExactly("/databricks/.nodestart/imported/jars/*");
        assertThat(plan.notes())
                .containsExactly("The runtime tree has more than [64] entries in the folder [jars], which the stub has"
                        + " too; they are not in [/databricks/jars] but in [/databricks/.nodestart/imported/jars],"
                        + " which is on the class path.");
    }

    @Test
    void ofWhenJarsAreAsManyAsCanBeLinkedLinksThem() {
        TreePlan plan = plan(files("jars", 64).toArray(String[]::new));

        assertThat(plan.links()).hasSize(64);
        assertThat(plan.beside()).isEmpty();
        assertThat(plan.classPath()).isEmpty();
    }

    @Test
    void ofWhenAnotherSharedFolderIsTooLargeStillLooksIntoTheStubsFoldersInIt() {
        TreePlan plan = plan(Stream.concat(files("spark", 65), Stream.of("spark/sbin/start-master.sh"))
                .toArray(String[]::new));

        assertThat(plan.links()).containsExactly("spark/sbin/start-master.sh");
        assertThat(plan.beside()).containsExactly("spark");
        assertThat(plan.notes())
                .containsExactly("The runtime tree has more than [64] entries in the folder [spark], which the stub"
                        + " has too; they are not in [/databricks/spark] but in"
                        + " [/databricks/.nodestart/imported/spark].");
    }

    @Test
    void classPathWhenTheTreeHasSparksOwnLayoutNamesItsJars() {
        assertThat(plan("spark/jars/a.jar").classPath()).containsExactly("/databricks/spark/jars/*");
    }

    private static Stream<String> files(String folder, int number) {
        return IntStream.range(0, number).mapToObj(i -> folder + "/file-%05d.jar".formatted(i));
    }

    private static TreePlan plan(String... treeFiles) {
        return TreePlan.of(STUB_FILES, STUB_FOLDERS, new Listed(List.of(treeFiles)));
    }

    /** A tree that holds these files. */
    private record Listed(List<String> files) implements TreeListing {
        @Override
        public List<String> names(String folder, int limit) {
            String start = folder.isEmpty() ? "" : folder + "/";
            Set<String> names = new TreeSet<>();
            files.stream()
                    .filter(file -> file.startsWith(start))
                    .map(file -> file.substring(start.length()).replaceFirst("/.*", ""))
                    .forEach(names::add);
            return new ArrayList<>(names).subList(0, Math.min(names.size(), limit + 1));
        }

        @Override
        public boolean isFolder(String path) {
            return files.stream().anyMatch(file -> file.startsWith(path + "/"));
        }

        @Override
        public boolean exists(String path) {
            return files.contains(path) || isFolder(path);
        }
    }
}
