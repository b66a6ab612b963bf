package dev.nodestart.emulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nodestart.emulator.spec.ClusterSpec;
import dev.nodestart.emulator.spec.InitScript;
import dev.nodestart.emulator.spec.InitScript.Kind;
import dev.nodestart.emulator.spec.LocalScript;
import dev.nodestart.emulator.spec.SpecProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptSourcesTests {
    @TempDir
    private Path folder;

    private ScriptSources sources;

    @BeforeEach
    void writeScripts() throws IOException {
        Files.createDirectories(folder.resolve("scripts/sub"));
        Files.writeString(folder.resolve("scripts/a.sh"), "#!/bin/bash\r\n");
        Files.writeString(folder.resolve("mine.sh"), "mine");
        Files.writeString(folder.resolve("outside.sh"), "outside");
        sources = new ScriptSources(
                PathMaps.of(List.of("workspace:/Shared=" + folder.resolve("scripts"))),
                List.of(new LocalScript(folder.resolve("mine.sh").toString(), "workspace:/init-script/mine.sh")));
    }

    private ScriptFetch fetch(Kind kind, String destination) {
        return sources.fetch(new InitScript(kind, destination));
    }

    @Test
    void fetchGivesTheBytesAsTheyAre() {
        assertThat(fetch(Kind.WORKSPACE, "/Shared/a.sh")).isInstanceOfSatisfying(ScriptFetch.Fetched.class, fetched -> {
            assertThat(fetched.content()).asString().isEqualTo("#!/bin/bash\r\n");
            assertThat(fetched.from()).isEqualTo(folder.resolve("scripts/a.sh"));
        });
    }

    @Test
    void fetchWhenScriptIsOfTheCommandLineNeedsNoMap() {
        assertThat(fetch(Kind.WORKSPACE, "workspace:/init-script/mine.sh"))
                .isInstanceOfSatisfying(
                        ScriptFetch.Fetched.class,
                        fetched -> assertThat(fetched.content()).asString().isEqualTo("mine"));
    }

    @Test
    void fetchWhenScriptIsInTheImageGivesItsPath() {
        assertThat(fetch(Kind.FILE, "file:/opt/init.sh")).isEqualTo(new ScriptFetch.InImage("/opt/init.sh"));
        assertThat(fetch(Kind.FILE, "file:///opt/init.sh")).isEqualTo(new ScriptFetch.InImage("/opt/init.sh"));
    }

    @Test
    void fetchWhenFileIsMissingFailsInThePlatformsWords() {
        assertThat(fetch(Kind.WORKSPACE, "/Shared/b.sh"))
                .isEqualTo(new ScriptFetch.Failed(
                        "Cluster scoped init script /Shared/b.sh failed: /Shared/b.sh: No such file or directory",
                        "It should be at [%s].".formatted(folder.resolve("scripts/b.sh"))));
    }

    @Test
    void fetchWhenFolderIsNamedFails() {
        assertThat(fetch(Kind.WORKSPACE, "/Shared/sub"))
                .isEqualTo(new ScriptFetch.Failed(
                        "Cluster scoped init script /Shared/sub failed: /Shared/sub: Is a directory",
                        "Name the script in [%s].".formatted(folder.resolve("scripts/sub"))));
    }

    @Test
    void fetchWhenPathLeavesTheFolderFails() {
        assertThat(fetch(Kind.WORKSPACE, "/Shared/../outside.sh"))
                .isEqualTo(new ScriptFetch.Failed(
                        "Cluster scoped init script /Shared/../outside.sh failed: /Shared/../outside.sh: No such file or"
                                + " directory",
                        "The path leads out of the mapped folder; write it without [..]."));
    }

    @Test
    void fetchWhenNothingIsMappedAdvisesTheMap() {
        assertThat(fetch(Kind.S3, "s3://bucket/x/a.sh"))
                .isEqualTo(new ScriptFetch.Failed(
                        "Cluster scoped init script s3://bucket/x/a.sh failed: s3://bucket/x/a.sh: No such file or"
                                + " directory",
                        "Give --map s3://bucket/x=DIR with the folder that holds it."));
    }

    @Test
    void problemsNameWhatNoMapCovers() {
        ClusterSpec spec = spec(
                new InitScript(Kind.WORKSPACE, "/Shared/missing.sh"),
                new InitScript(Kind.FILE, "file:/opt/a.sh"),
                new InitScript(Kind.S3, "s3://bucket/a.sh"),
                new InitScript(Kind.WORKSPACE, "workspace:/init-script/mine.sh"),
                new InitScript(Kind.VOLUMES, "dbfs:/Volumes/c/s/v/a.sh"));

        assertThat(sources.problems(spec))
                .extracting(p -> p.rule().id() + " " + p.pointer() + " " + p.message() + " " + p.advice())
                .containsExactly(
                        "script-map /init_scripts/2 Init script [s3://bucket/a.sh] is not on this machine, and no --map"
                                + " covers it. Give --map s3://bucket=DIR with the folder that holds it.",
                        "script-map /init_scripts/4 Init script [dbfs:/Volumes/c/s/v/a.sh] is not on this machine, and no"
                                + " --map covers it. Give --map volumes:/Volumes/c/s/v=DIR with the folder that holds it.");
    }

    @Test
    void problemsNameAFileOfTheCommandLineThatIsNotThere() {
        Path gone = folder.resolve("gone.sh");
        ScriptSources given = new ScriptSources(
                PathMaps.of(List.of()),
                List.of(
                        new LocalScript(gone.toString(), "workspace:/init-script/gone.sh"),
                        new LocalScript(folder.resolve("scripts").toString(), "workspace:/init-script/scripts")));

        assertThat(given.problems(spec()))
                .extracting(SpecProblem::sentence)
                .containsExactly(
                        "INVALID_PARAMETER_VALUE: Init script [" + gone + "] does not exist."
                                + " Give --init-script the path of a script on this machine.",
                        "INVALID_PARAMETER_VALUE: Init script [" + folder.resolve("scripts") + "] is not a file."
                                + " Give --init-script the path of a script on this machine.");
    }

    private static ClusterSpec spec(InitScript... scripts) {
        return new ClusterSpec(
                "",
                "15.4.x-scala2.12",
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(scripts),
                Map.of(),
                Map.of(),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode());
    }
}
