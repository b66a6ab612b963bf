package dev.nodestart.emulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.spec.SpecProblem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathMapsTests {
    private static final PathMaps MAPS = PathMaps.of(List.of(
            "workspace:/Shared=/m/scripts",
            "workspace:/Shared/deep=/m/deep",
            "dbfs:/init=/m/dbfs",
            "s3://bucket=/m/s3",
            "s3://bucket/inner=/m/inner",
            "volumes:/Volumes/c/s/v=/m/v",
            "abfss://c@a.dfs.core.windows.net/=/m/x",
            "gs://bucket=/m/g"));

    @ParameterizedTest
    @CsvSource({
        "/Shared/a.sh, /m/scripts/a.sh",
        "workspace:/Shared/a.sh, /m/scripts/a.sh",
        "/Workspace/Shared/x/a.sh, /m/scripts/x/a.sh",
        "/Shared//./a.sh, /m/scripts/a.sh",
        "/Shared/deep/a.sh, /m/deep/a.sh",
        "/Shared/deeper/a.sh, /m/scripts/deeper/a.sh",
        "/Shared/x/../a.sh, /m/scripts/a.sh",
        "/Shared, /m/scripts",
        "dbfs:/init/a.sh, /m/dbfs/a.sh",
        "dbfs:///init/a.sh, /m/dbfs/a.sh",
        "s3://bucket/a.sh, /m/s3/a.sh",
        "s3a://bucket/a.sh, /m/s3/a.sh",
        "s3://bucket/inner/a.sh, /m/inner/a.sh",
        "/Volumes/c/s/v/a.sh, /m/v/a.sh",
        "dbfs:/Volumes/c/s/v/a.sh, /m/v/a.sh",
        "abfss://c@a.dfs.core.windows.net/d/a.sh, /m/x/d/a.sh",
        "gs://bucket/a.sh, /m/g/a.sh"
    })
    void resolveTakesTheLongestPrefixAndEverySpelling(String destination, String file) {
        assertThat(MAPS.resolve(destination)).contains(Path.of(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users/a.sh",
                "/SharedNot/a.sh",
                "/Shared/../etc/passwd",
                "/Shared/x/../../a.sh",
                "/Shared/deep/../../x",
                "s3://bucket2/a.sh",
                "s3://bucket/../../etc/passwd",
                "gs://other/a.sh",
                "dbfs:/a.sh",
                "file:/Shared/a.sh",
                "a.sh",
                "",
                "s3://"
            })
    void resolveWhenNotCoveredOrOutsideGivesNothing(String destination) {
        assertThat(MAPS.resolve(destination)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace", "Shared=./x", "workspace:/Shared=", "ftp://x=./x", "=./x", ""})
    void ofWhenFormIsWrongShowsTheForms(String flag) {
        List<SpecProblem> problems = PathMaps.of(List.of(flag)).problems();

        assertThat(problems)
                .extracting(SpecProblem::message)
                .containsExactly("Flag --map [%s] is not of the form [SCHEME:/PREFIX=DIR].".formatted(flag));
    }

    @Test
    void ofWhenImagePathIsMappedSaysWhyNot() {
        assertThat(PathMaps.of(List.of("file:/opt=./x")).problems())
                .extracting(SpecProblem::message)
                .containsExactly("Flag --map [file:/opt=./x] maps [file:], whose files lie in the image.");
    }

    @Test
    void noneCoversNothing() {
        assertThat(PathMaps.none().resolve("/Shared/a.sh")).isEmpty();
        assertThat(PathMaps.none().problems()).isEmpty();
    }
}
