package dev.nodestart.gpu.require;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.gpu.data.Version;
import dev.nodestart.gpu.require.RequireResult.Disabled;
import dev.nodestart.gpu.require.RequireResult.Invalid;
import dev.nodestart.gpu.require.RequireResult.None;
import dev.nodestart.gpu.require.RequireResult.Satisfied;
import dev.nodestart.gpu.require.RequireResult.Unknown;
import dev.nodestart.gpu.require.RequireResult.Unsatisfied;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRequirementsTests {

    private static final HostGpu HOST = new HostGpu(
            Optional.of(Version.of("12.4")),
            Optional.of(Version.of("550.54.15")),
            Optional.of(Version.of("8.6")),
            Optional.of("Tesla"));

    private static final HostGpu NOTHING_KNOWN =
            new HostGpu(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cuda=12.4",
                "cuda=12.4.0",
                "cuda!=12.3",
                "cuda<12.5",
                "cuda<=12.4",
                "cuda>12.3",
                "cuda>=12.4",
                "cuda>=12",
                "cuda>9.2",
                "driver>=550.54",
                "driver>=550,driver<551",
                "arch>=8.0",
                "arch=8.6",
                "arch<10.0",
                "brand=tesla",
                "brand=TESLA",
                "brand!=geforce",
                "cuda>=99 driver>=550",
                "cuda>=99   brand=tesla,driver>=470",
                "cuda>=99,driver>=550 arch>=8",
            })
    void holds(String expression) {
        assertThat(on(expression, HOST)).isEqualTo(new Satisfied(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cuda=12.3 | cuda=12.3",
                "cuda!=12.4 | cuda!=12.4",
                "cuda<12.4 | cuda<12.4",
                "cuda<=12.3.9 | cuda<=12.3.9",
                "cuda>12.4 | cuda>12.4",
                "cuda>=12.8 brand=tesla,driver>=470,driver<471 | cuda>=12.8",
                "driver>=550.54.16 | driver>=550.54.16",
                "arch>=9.0 | arch>=9.0",
                "brand=geforce | brand=geforce",
                "brand!=tesla | brand!=tesla",
                "driver>=550,cuda>=13 | cuda>=13",
            })
    void doesNotHoldAndNamesTheFirstConditionThatDoesNot(String expression, String first) {
        assertThat(on(expression, HOST)).isEqualTo(new Unsatisfied("NVIDIA_REQUIRE_CUDA", first, expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cuda | cuda",
                "cuda>= | cuda>=",
                "cuda>=twelve | cuda>=twelve",
                "cuda=>12 | cuda=>12",
                "brand>tesla | brand>tesla",
                "memory>=16 | memory>=16",
                "driver>=550 cuda~12 | cuda~12",
                "CUDA>=12 | CUDA>=12",
                "cuda>=12;driver>=5 | cuda>=12;driver>=5",
            })
    void isRefusedWhereTheFormIsOdd(String expression, String word) {
        assertThat(on(expression, HOST)).isEqualTo(new Invalid("NVIDIA_REQUIRE_CUDA", word));
    }

    @Test
    void isUnknownWhereTheHostIs() {
        assertThat(on("cuda>=12.8", NOTHING_KNOWN)).isEqualTo(new Unknown("NVIDIA_REQUIRE_CUDA", "cuda>=12.8"));
    }

    @Test
    void isDecidedByWhatIsKnown() {
        HostGpu driverOnly = HostGpu.ofDriver(Version.of("550.54.15"), Optional.of(Version.of("12.4")));

        assertThat(on("brand=tesla,cuda>=12.8", driverOnly)).isInstanceOf(Unsatisfied.class);
        assertThat(on("brand=tesla cuda>=12.0", driverOnly)).isInstanceOf(Satisfied.class);
        assertThat(on("brand=tesla,cuda>=12.0", driverOnly)).isInstanceOf(Unknown.class);
    }

    @Test
    void everyVariableMustHold() {
        Map<String, String> env = Map.of("NVIDIA_REQUIRE_CUDA", "cuda>=12.0", "NVIDIA_REQUIRE_DRIVER", "driver>=570");

        assertThat(ImageRequirements.on(env, HOST))
                .isEqualTo(new Unsatisfied("NVIDIA_REQUIRE_DRIVER", "driver>=570", "driver>=570"));
    }

    @Test
    void bothVariablesAreCounted() {
        Map<String, String> env = Map.of("NVIDIA_REQUIRE_CUDA", "cuda>=12.0", "NVIDIA_REQUIRE_DRIVER", "driver>=500");

        assertThat(ImageRequirements.on(env, HOST)).isEqualTo(new Satisfied(2));
    }

    @Test
    void requirementsOfTegraBoardsAreLeftOut() {
        assertThat(ImageRequirements.on(Map.of("NVIDIA_REQUIRE_JETPACK", "csv-mounts=all"), HOST))
                .isEqualTo(new None());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "T"})
    void areOffWhereTheImageSaysSo(String value) {
        Map<String, String> env = Map.of("NVIDIA_DISABLE_REQUIRE", value, "NVIDIA_REQUIRE_CUDA", "cuda>=99");

        assertThat(ImageRequirements.on(env, HOST)).isEqualTo(new Disabled());
    }

    @Test
    void areOnWhereTheSwitchSaysSomethingElse() {
        Map<String, String> env = Map.of("NVIDIA_DISABLE_REQUIRE", "yes", "NVIDIA_REQUIRE_CUDA", "cuda>=99");

        assertThat(ImageRequirements.on(env, HOST)).isInstanceOf(Unsatisfied.class);
    }

    @Test
    void imageOfTheOldKindRequiresItsOwnVersion() {
        assertThat(ImageRequirements.on(Map.of("CUDA_VERSION", "13.0.1"), HOST))
                .isEqualTo(new Unsatisfied("CUDA_VERSION", "cuda>=13.0", "cuda>=13.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void emptyRequirementIsNone(String value) {
        assertThat(on(value, HOST)).isEqualTo(new None());
    }

    @Test
    void whateverIsWrittenThereIsAnAnswer() {
        Random random = new Random(5);
        String letters = "cudadriverarchbrand<>=!.,0123456789 \t$\u00e4";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(on(text.toString(), HOST)).as(text.toString()).isNotNull();
        }
    }

    private static RequireResult on(String expression, HostGpu host) {
        return ImageRequirements.on(Map.of("NVIDIA_REQUIRE_CUDA", expression), host);
    }
}
