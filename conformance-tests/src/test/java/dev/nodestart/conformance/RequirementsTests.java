package dev.nodestart.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementsTests {

    private static final String KNOWN = "Known: jar, python, r, shell, pip, cluster-libraries, dbfs-fuse,"
            + " workspace-files, volumes, ssh, language-server, gpu.";

    @Test
    void ofWhenFlagIsGivenWinsOverLabel() {
        Requirements requirements = Requirements.of(Optional.of("pip, JAR"), Map.of(Requirements.LABEL, "r"));

        assertThat(requirements).isEqualTo(new Requirements(List.of(Capability.JAR, Capability.PIP), "--require"));
    }

    @Test
    void ofWhenOnlyLabelIsGivenTakesIt() {
        Requirements requirements = Requirements.of(Optional.empty(), Map.of(Requirements.LABEL, "jar python"));

        assertThat(requirements)
                .isEqualTo(new Requirements(List.of(Capability.JAR, Capability.PYTHON), "label dev.nodestart.require"));
    }

    @Test
    void ofWhenNothingOrABlankLabelIsGivenTakesTheDefault() {
        Requirements expected =
                new Requirements(List.of(Capability.JAR, Capability.PYTHON, Capability.SHELL), "default");

        assertThat(Requirements.of(Optional.empty(), Map.of())).isEqualTo(expected);
        assertThat(Requirements.of(Optional.empty(), Map.of(Requirements.LABEL, " ")))
                .isEqualTo(expected);
    }

    @Test
    void ofWhenNameIsUnknownNamesTheNearestAndAll() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> Requirements.of(Optional.of("jar,pyton"), Map.of()))
                .withMessage("--require: unknown capability [pyton]; did you mean [python]? " + KNOWN);
    }

    @Test
    void ofWhenLabelsNameIsLikeNoneNamesAll() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> Requirements.of(Optional.empty(), Map.of(Requirements.LABEL, "everything")))
                .withMessage("label dev.nodestart.require: unknown capability [everything]. " + KNOWN);
    }

    @Test
    void ofWhenFlagNamesNothingSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Requirements.of(Optional.of(","), Map.of()))
                .withMessage("--require names no capability. " + KNOWN);
    }
}
