package dev.nodestart.emulator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecBuilderTests {
    private static final SpecParser PARSER = new SpecParser(new TestPlatform(), AllowedRules.none());

    private static ClusterSpec merged(Call call, Overrides flags) {
        return SpecParserTests.valid(PARSER.parse(call.json(), flags));
    }

    @Test
    void buildWhenNoFlagIsGivenMakesAQuietSingleNode() {
        SpecResult result = PARSER.build(Overrides.none().withImage("my/image:1"));

        assertThat(result.problems()).isEmpty();
        ClusterSpec spec = SpecParserTests.valid(result);
        assertThat(spec.sparkVersion()).isEqualTo("15.4.x-scala2.12");
        assertThat(spec.numWorkers()).isZero();
        assertThat(spec.dockerImage()).contains(new DockerImage("my/image:1", java.util.Optional.empty()));
        assertThat(spec.nodeTypeId()).contains("i3.xlarge");
    }

    @Test
    void buildWhenWorkersAreGivenIsNoSingleNode() {
        SpecResult result = PARSER.build(Overrides.none().withImage("a").withWorkers(2));

        assertThat(result.problems()).isEmpty();
        assertThat(SpecParserTests.valid(result).numWorkers()).isEqualTo(2);
        assertThat(SpecParserTests.valid(result).sparkConf()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "15.4, 15.4.x-scala2.12",
        "17.3, 17.3.x-scala2.13",
        "15.4.x, 15.4.x-scala2.12",
        "16.9, 16.9.x-scala2.12",
        "17.0, 17.0.x-scala2.13",
        "15.4.x-photon-scala2.12, 15.4.x-photon-scala2.12"
    })
    void buildWhenLineIsGivenMakesItsKey(String line, String key) {
        assertThat(SpecParserTests.valid(PARSER.build(Overrides.none().withDbr(line)))
                        .sparkVersion())
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "15.4.1.2", "v15"})
    void buildWhenLineIsNoneSaysSoInTheWordsOfTheApi(String line) {
        SpecResult result = PARSER.parse(Call.good().json(), Overrides.none().withDbr(line));

        assertThat(SpecParserTests.messages(result))
                .containsExactly("ERROR /spark_version: Invalid spark version %s.".formatted(line));
    }

    @Test
    void mergeAddsVariablesAndConf() {
        Call call = Call.good().with("spark_env_vars", "{'A': '1', 'B': '2'}");

        ClusterSpec spec = merged(
                call,
                Overrides.none()
                        .withEnv(List.of("B=3", "C=x=y", "D="))
                        .withConf(List.of("spark.databricks.driverNfs.enabled=false")));

        assertThat(spec.sparkEnvVars())
                .containsExactly(entry("A", "1"), entry("B", "3"), entry("C", "x=y"), entry("D", ""));
        assertThat(spec.sparkConf()).containsExactly(entry("spark.databricks.driverNfs.enabled", "false"));
        assertThat(spec.raw().path("spark_env_vars").path("B").asText()).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "=hunter2", ""})
    void mergeWhenVariableHasNoNameNeverShowsIt(String value) {
        SpecResult result = PARSER.parse(Call.good().json(), Overrides.none().withEnv(List.of(value)));

        assertThat(SpecParserTests.messages(result))
                .containsExactly("ERROR : A flag is not of the form [--env NAME=VALUE].");
    }

    @Test
    void mergeWhenImageDiffersDropsItsCredentials() {
        Call call = Call.good().with("docker_image", "{'url': 'a', 'basic_auth': {'username': 'u', 'password': 'p'}}");

        assertThat(merged(call, Overrides.none().withImage("b"))
                        .dockerImage()
                        .orElseThrow()
                        .basicAuth())
                .isEmpty();
        assertThat(merged(call, Overrides.none().withImage("a"))
                        .dockerImage()
                        .orElseThrow()
                        .basicAuth())
                .isPresent();
    }

    @Test
    void mergeWhenWorkersReplaceAutoscaleOrSingleNode() {
        Call scaled = Call.good().without("num_workers").with("autoscale", "{'min_workers': 1, 'max_workers': 4}");
        Call single = Call.good()
                .with("num_workers", "0")
                .with("spark_conf", "{'spark.databricks.cluster.profile': 'singleNode', 'spark.master': 'local[*]'}")
                .with("custom_tags", "{'ResourceClass': 'SingleNode', 'team': 'x'}");

        assertThat(merged(scaled, Overrides.none().withWorkers(3)).numWorkers()).isEqualTo(3);
        ClusterSpec spec = merged(single, Overrides.none().withWorkers(3));
        assertThat(spec.numWorkers()).isEqualTo(3);
        assertThat(spec.sparkConf()).isEmpty();
        assertThat(spec.raw().path("custom_tags").toString()).isEqualTo("{\"team\":\"x\"}");
    }

    @Test
    void mergeAppendsLocalScriptsAfterThoseOfTheCall() {
        Call call = Call.good().with("init_scripts", "[{'workspace': {'destination': '/Shared/a.sh'}}]");
        Overrides flags = Overrides.none().withInitScripts(List.of("./x/setup.sh", "../x/setup.sh", "/tmp/b.sh"));

        assertThat(merged(call, flags).initScripts())
                .extracting(InitScript::destination)
                .containsExactly(
                        "/Shared/a.sh",
                        "workspace:/init-script/x/setup.sh",
                        "workspace:/init-script/2/x/setup.sh",
                        "workspace:/init-script/tmp/b.sh");
        assertThat(flags.localScripts().get(1))
                .isEqualTo(new LocalScript("../x/setup.sh", "workspace:/init-script/2/x/setup.sh"));
    }

    @Test
    void mergeWhenCallIsMisshapenLeavesTheMessageToItsType() {
        Overrides flags =
                Overrides.none().withEnv(List.of("A=1")).withWorkers(1).withInitScripts(List.of("a.sh"));
        Call call = Call.good().with("spark_env_vars", "7").with("init_scripts", "7");

        assertThat(SpecParserTests.messages(PARSER.parse(call.json(), flags)))
                .containsExactly(
                        "ERROR /spark_env_vars: Field [spark_env_vars] must be an object of strings, but it is a whole"
                                + " number.",
                        "ERROR /init_scripts: Field [init_scripts] must be a list, but it is a whole number.");
    }

    @Test
    void toStringHidesValues() {
        assertThat(Overrides.none().withEnv(List.of("A=hunter2")).toString()).doesNotContain("hunter2");
    }
}
