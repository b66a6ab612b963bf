package dev.nodestart.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.junit.ExtensionCases.WithoutImage;
import dev.nodestart.conformance.junit.ExtensionCases.WithoutValue;
import org.junit.jupiter.api.Test;

/** What the extension says before any engine is looked for. */
class ExtensionTests {

    @Test
    void aClassWithoutAnImageFailsOnce() {
        assertThat(Kit.with().run(WithoutImage.class).failures())
                .containsExactly("ExtensionCases$WithoutImage: " + WithoutImage.class.getName()
                        + ": @NodestartTest says no image: give it an [image], a [dockerfile] to build, or a [spec]"
                        + " that names one.");
    }

    @Test
    void aPlaceholderWithoutAValueFailsTheClass() {
        assertThat(Kit.with().run(WithoutValue.class).failures())
                .containsExactly("ExtensionCases$WithoutValue: " + WithoutValue.class.getName()
                        + ": [no.such.name] in [${no.such.name}] has no value: give it with [-Dno.such.name=…] or as an"
                        + " environment variable, or write a default: [${no.such.name:…}].");
    }

    @Test
    void whereTheyAreDisabledTheTestsAreSkippedWithTheReason() {
        Kit kit = Kit.with("nodestart.disabled", "true").run(WithoutImage.class);
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.skipped()).containsExactly("[nodestart.disabled] is true");
    }
}
