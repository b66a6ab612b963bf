package dev.nodestart.emulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OtherFormTests {

    @Test
    void ofTextsThatAreGivenInThePlaceOfJson() {
        assertThat(OtherForm.of("resource \"databricks_cluster\" \"this\" {\n")).contains(OtherForm.TERRAFORM);
        assertThat(OtherForm.of("# cluster\n  docker_image {\n    url = \"x\"\n"))
                .contains(OtherForm.TERRAFORM);
        assertThat(OtherForm.of("# a bundle\nresources:\n  clusters:\n")).contains(OtherForm.YAML);
        assertThat(OtherForm.of("---\nspark_version: 15.4.x-scala2.12\n")).contains(OtherForm.YAML);
        assertThat(OtherForm.of("<!DOCTYPE html><html>")).contains(OtherForm.PAGE);
        assertThat(OtherForm.of(new String("{}".getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_8)))
                .contains(OtherForm.UTF_16);
    }

    @Test
    void ofWhatBeginsAsJsonIsEmpty() {
        assertThat(OtherForm.of("{\n  resources: {}\n}")).isEmpty();
        assertThat(OtherForm.of("[\n  a: 1")).isEmpty();
        assertThat(OtherForm.of("import databricks\n")).isEmpty();
        assertThat(OtherForm.of("")).isEmpty();
    }
}
