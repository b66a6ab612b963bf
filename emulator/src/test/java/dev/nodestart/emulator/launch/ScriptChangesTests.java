package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.model.FolderChange;
import dev.nodestart.emulator.model.ScriptChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the agent tells of a script, read. */
class ScriptChangesTests {
    @Test
    void changesAreToldInWords() {
        assertThat(words(
                        "tool\tremoved\tvirtualenv /usr/bin/virtualenv",
                        "pip\tremoved\t/p/site-packages/traitlets-5.7.1.dist-info",
                        "pip\tadded\t/p/site-packages/traitlets-4.3.3.dist-info",
                        "dpkg\tadded\t/var/lib/dpkg/info/libc6:amd64.list",
                        "database\tchanged\t/lib/apk/db/installed",
                        "user\tadded\talice:x:1001:1001::/home/alice:/bin/sh",
                        "group\tremoved\tstaff:x:50:",
                        "environment\tchanged\t/etc/environment",
                        "process\tadded\t31 my daemon",
                        "more\tadded\t7"))
                .containsExactly(
                        "removed virtualenv (/usr/bin/virtualenv)",
                        "changed Python package traitlets (5.7.1 to 4.3.3)",
                        "added package libc6",
                        "changed packages, seen by /lib/apk/db/installed",
                        "added user alice (number 1001)",
                        "removed group staff (number 50)",
                        "changed settings /etc/environment",
                        "left running my daemon (process 31)",
                        "and 7 more changes");
    }

    @Test
    void changesOfAnUnknownKindArePassedOver() {
        assertThat(words("weather\tadded\train", "tool\tpainted\tjava /usr/bin/java"))
                .isEmpty();
    }

    @Test
    void toolThatMovedIsChanged() {
        assertThat(words("tool\tremoved\tjava /usr/bin/java", "tool\tadded\tjava /opt/bin/java"))
                .containsExactly("changed java (/usr/bin/java to /opt/bin/java)");
    }

    @Test
    void filesThatDifferAreCountedByFolder() throws IOException {
        FileListing before = listing("""
                1.0\tf\t10\t/opt/a/b/c/same
                1.0\tf\t10\t/opt/a/b/c/written
                1.0\tf\t10\t/etc/gone
                1.0\td\t10\t/etc
                """);
        FileListing after = listing("""
                1.0\tf\t10\t/opt/a/b/c/same
                2.0\tf\t10\t/opt/a/b/c/written
                2.0\tf\t0\t/opt/a/b/new file
                2.0\td\t10\t/etc
                2.0\tl\t3\t/top
                """);

        assertThat(before.until(after))
                .containsExactly(
                        new FolderChange("/", 1, 0, 0, List.of("+/top")),
                        new FolderChange("/etc", 0, 0, 1, List.of("-/etc/gone")),
                        new FolderChange("/opt/a/b", 1, 1, 0, List.of("~/opt/a/b/c/written", "+/opt/a/b/new file")));
    }

    private static FileListing listing(String text) throws IOException {
        return FileListing.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> words(String... told) {
        ReportedChanges changes = new ReportedChanges(text -> text);
        for (String line : told) {
            String[] parts = line.split("\t", 3);
            String event = "@node\tscript-change\tindex=00\tkind=%s\tact=%s\twhat=%s".formatted((Object[]) parts);
            changes.add(NodeEvent.parse(event).orElseThrow());
        }
        return changes.list().stream().map(ScriptChange::words).toList();
    }
}
