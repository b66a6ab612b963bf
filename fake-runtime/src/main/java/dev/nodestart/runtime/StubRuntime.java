package dev.nodestart.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The stub Databricks Runtime: every file that is laid over {@code /databricks} of a node (dcs.md §4.3). Immutable, so
 * safe for use by several threads.
 */
public final class StubRuntime {
    private static final String GATES = "/databricks/.nodestart/gates/";
    private static final String TEMPLATE = GATES + "template/";

    /** The end of a wheel's name, but for the ending that Maven gives to every zip. */
    private static final String WHEEL = "-none-any.jar";

    /** Java 17 and 21: the levels above 8 that a runtime line's own classes have. */
    private static final int[] GATE_LEVELS = {17, 21};

    private static final List<String> DIRECTORIES = Collections.unmodifiableList(Arrays.asList(
            "/databricks/.nodestart/init",
            "/databricks/.nodestart/run",
            "/databricks/common/conf",
            "/databricks/hive/conf",
            "/databricks/spark/R/lib",
            "/databricks/spark/logs"));

    private final List<StubFile> files;

    private StubRuntime(List<StubFile> files) {
        this.files = files;
    }

    /**
     * Reads the tree from this module's resources.
     *
     * @throws UncheckedIOException if they cannot be read, which means a broken build
     */
    public static StubRuntime load() {
        Map<String, StubFile> files = new TreeMap<>();
        try (InputStream resource = StubRuntime.class.getResourceAsStream("stub-tree.jar")) {
            if (resource == null) {
                throw new IOException("The resource [stub-tree.jar] is missing: build the module [fake-runtime].");
            }
            ZipInputStream zip = new ZipInputStream(resource);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = "/" + entry.getName();
                if (!entry.isDirectory() && path.startsWith("/databricks/")) {
                    add(files, path, content(zip));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StubRuntime(
                Collections.unmodifiableList(Arrays.asList(files.values().toArray(new StubFile[0]))));
    }

    /** Every file of the tree, sorted by path. */
    public List<StubFile> files() {
        return files;
    }

    /** The folders that are part of the tree and may hold no file, with their parents missing from this list. */
    public List<String> directories() {
        return DIRECTORIES;
    }

    private static void add(Map<String, StubFile> files, String path, byte[] content) {
        if (path.endsWith(WHEEL)) {
            String wheel = path.substring(0, path.length() - ".jar".length()) + ".whl";
            files.put(wheel, new StubFile(wheel, 0644, content));
            return;
        }
        if (!path.startsWith(TEMPLATE)) {
            files.put(path, new StubFile(path, mode(content), content));
            return;
        }
        for (int level : GATE_LEVELS) {
            String gate = GATES + level + "/" + path.substring(TEMPLATE.length());
            files.put(gate, new StubFile(gate, 0644, atLevel(level, content)));
        }
    }

    /** A class file that only a Java of that level and later loads: its major version is the level plus 44. */
    static byte[] atLevel(int level, byte[] classFile) {
        byte[] patched = classFile.clone();
        patched[6] = 0;
        patched[7] = (byte) (level + 44);
        return patched;
    }

    private static int mode(byte[] content) {
        return content.length > 1 && content[0] == '#' && content[1] == '!' ? 0755 : 0644;
    }

    private static byte[] content(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            content.write(buffer, 0, n);
        }
        return content.toByteArray();
    }
}
