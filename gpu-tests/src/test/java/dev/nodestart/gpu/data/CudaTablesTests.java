package dev.nodestart.gpu.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.nodestart.emulator.data.JsonTree;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CudaTablesTests {
    private static final String FOLDER = "/dev/nodestart/gpu/data/";

    private final CudaTables tables = CudaTables.builtIn();

    @ParameterizedTest
    @ValueSource(strings = {"cuda", "gpus", "driver-profiles"})
    void fileFitsItsSchema(String name) {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(JsonTree.resource(FOLDER + name + ".schema.json"))
                        .validate(JsonTree.resource(FOLDER + name + ".json")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11.8, 450.80.02", "12.9.1, 525.60.13", "13.0, 580.65.06"})
    void familyGivesItsOldestDriver(String toolkit, String driver) {
        assertThat(tables.family(Version.of(toolkit)).orElseThrow().driver()).isEqualTo(Version.of(driver));
    }

    @Test
    void familyThatIsNotInTheTableIsUnknown() {
        assertThat(tables.family(Version.of("10.1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12.4.1, 550.54.15",
        "12.4, 550.54.15",
        "12.4.0, 550.54.15",
        "13.0.1, 580.65.06",
        "13.0, 580.95.05",
        "13.0.2, 580.95.05"
    })
    void ownDriverIsThatOfTheNearestToolkit(String toolkit, String driver) {
        assertThat(tables.ownDriver(Version.of(toolkit)).orElseThrow().driver()).isEqualTo(Version.of(driver));
    }

    @Test
    void ownDriverOfAnUnknownToolkitIsUnknown() {
        assertThat(tables.ownDriver(Version.of("12.7"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"550.90.07, 12.4", "580.126.16, 13.0", "535.54.03, 12.2", "600.1, 13.1", "470.82.01, 11.4"})
    void apiLevelOfADriver(String driver, String cuda) {
        assertThat(tables.apiLevel(Version.of(driver))).contains(Version.of(cuda));
    }

    @Test
    void ptxOfAToolkit() {
        assertThat(tables.ptx(Version.of("12.4.1"))).contains(Version.of("8.4"));
        assertThat(tables.ptx(Version.of("12.1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Tesla T4, T4",
        "NVIDIA A10G, A10/A10G",
        "NVIDIA A100-SXM4-40GB, A100",
        "NVIDIA L4, L4",
        "NVIDIA L40S, L40S",
        "NVIDIA H200, H200",
        "NVIDIA H100 NVL, H100",
        "Tesla V100-SXM2-16GB, V100",
        "NVIDIA A10, A10/A10G"
    })
    void gpuByTheNameThatTheDriverGives(String name, String gpu) {
        assertThat(tables.gpu(name).map(GpuModel::name)).contains(gpu);
    }

    @Test
    void gpuOfAnotherKindIsUnknown() {
        assertThat(tables.gpu("NVIDIA GeForce RTX 4090")).isEmpty();
    }

    @Test
    void driversOfClassicNodesAreUnknown() {
        assertThat(tables.profiles())
                .filteredOn(profile -> profile.line().isPresent())
                .hasSize(15)
                .allSatisfy(profile -> assertThat(profile.driver()).isEmpty());
        assertThat(tables.profile("15.4", "aws").map(DriverProfile::name)).contains("dbr-15.4-aws");
        assertThat(tables.profile("AIR-aws").flatMap(DriverProfile::driver)).contains(Version.of("580.126.16"));
    }

    @Test
    void versionsCompareByNumber() {
        assertThat(Version.of("12.10")).isGreaterThan(Version.of("12.9"));
        assertThat(Version.of("12")).isEqualTo(Version.of("12.0.0")).hasSameHashCodeAs(Version.of("12.0.0"));
        assertThat(Version.ofApi(12040)).hasToString("12.4");
        assertThat(Version.ofApi(13000)).isEqualTo(Version.of("13"));
    }

    @Test
    void whatIsNoVersionIsSaid() {
        assertThat(Version.parse("12.x")).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> Version.of("twelve")).hasMessage("[twelve] is not a version.");
    }
}
