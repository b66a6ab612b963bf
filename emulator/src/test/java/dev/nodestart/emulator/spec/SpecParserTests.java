package dev.nodestart.emulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.spec.DockerImage.BasicAuth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecParserTests {
    static final String MINIMAL = """
            {"spark_version": "15.4.x-scala2.12", "node_type_id": "i3.xlarge", "num_workers": 2,
             "docker_image": {"url": "acme.azurecr.io/dbr:1.4"}}""";

    private static final SpecParser PARSER = new SpecParser(new TestPlatform(), AllowedRules.none());

    static ClusterSpec valid(SpecResult result) {
        assertThat(result).isInstanceOf(SpecResult.Valid.class);
        return ((SpecResult.Valid) result).spec();
    }

    static List<String> messages(SpecResult result) {
        return result.problems().stream()
                .map(p -> "%s %s: %s".formatted(p.severity(), p.pointer(), p.message()))
                .toList();
    }

    @Test
    void parseWhenDocumentedExampleGivesEveryPart() {
        ClusterSpec spec = valid(PARSER.parse("""
                {"cluster_name":"img-test","spark_version":"15.4.x-scala2.12","node_type_id":"i3.xlarge","num_workers":0,
                 "data_security_mode":"SINGLE_USER","single_user_name":"me@example.com",
                 "spark_conf":{"spark.databricks.cluster.profile":"singleNode","spark.master":"local[*, 4]",
                   "spark.databricks.unityCatalog.volumes.enabled":true,"spark.speculation":1.50},
                 "custom_tags":{"ResourceClass":"SingleNode"},
                 "docker_image":{"url":"acme.azurecr.io/dbr:1.4","basic_auth":
                   {"username":"{{secrets/reg/user}}","password":"{{secrets/reg/pw}}"}},
                 "init_scripts":[{"workspace":{"destination":"/Shared/init/a.sh"}},{"file":{"destination":"file:/opt/b.sh"}}],
                 "spark_env_vars":{"APP_ENV":"test"},"cluster_log_conf":{"volumes":{"destination":"/Volumes/main/ops/logs"}}}
                """));

        assertThat(spec.clusterName()).isEqualTo("img-test");
        assertThat(spec.sparkVersion()).isEqualTo("15.4.x-scala2.12");
        assertThat(spec.nodeTypeId()).contains("i3.xlarge");
        assertThat(spec.driverNodeTypeId()).contains("i3.xlarge");
        assertThat(spec.numWorkers()).isZero();
        assertThat(spec.dockerImage().orElseThrow().url()).isEqualTo("acme.azurecr.io/dbr:1.4");
        assertThat(spec.dockerImage().orElseThrow().basicAuth())
                .contains(new BasicAuth("{{secrets/reg/user}}", "{{secrets/reg/pw}}"));
        assertThat(spec.initScripts())
                .containsExactly(
                        new InitScript(InitScript.Kind.WORKSPACE, "/Shared/init/a.sh"),
                        new InitScript(InitScript.Kind.FILE, "file:/opt/b.sh"));
        assertThat(spec.sparkConf())
                .containsEntry("spark.databricks.unityCatalog.volumes.enabled", "true")
                .containsEntry("spark.speculation", "1.50");
        assertThat(spec.sparkEnvVars()).containsExactly(java.util.Map.entry("APP_ENV", "test"));
        assertThat(spec.logDestination()).contains("/Volumes/main/ops/logs");
        assertThat(spec.raw().path("single_user_name").asText()).isEqualTo("me@example.com");
    }

    @Test
    void parseWhenEveryFieldIsGivenKnowsThemAll() {
        SpecResult result = PARSER.parse("""
                {"spark_version": "15.4.x-scala2.12", "node_type_id": "i3.xlarge", "driver_node_type_id": "i3.xlarge",
                 "autoscale": {"min_workers": 1, "max_workers": 4}, "kind": "CLASSIC_PREVIEW", "use_ml_runtime": false,
                 "is_single_node": false, "runtime_engine": "STANDARD", "autotermination_minutes": 60,
                 "dependency_mode": "DEPENDENCY_MODE_AUTO", "ssh_public_keys": ["ssh-rsa x"], "policy_id": "p",
                 "apply_policy_default_values": false, "driver_instance_pool_id": "d", "idempotency_token": "t",
                 "enable_elastic_disk": true, "enable_local_disk_encryption": false,
                 "aws_attributes": {"ebs_volume_count": 1}, "azure_attributes": {}, "gcp_attributes": {},
                 "workload_type": {"clients": {"notebooks": true, "jobs": true}},
                 "clone_from": {"source_cluster_id": "c"}, "remote_disk_throughput": 1,
                 "total_initial_remote_disk_size": 1, "driver_node_type_flexibility": {},
                 "worker_node_type_flexibility": {}, "cluster_name": null}
                """);

        assertThat(messages(result)).isEmpty();
        assertThat(valid(result).numWorkers()).isEqualTo(1);
    }

    @Test
    void parseWhenTrailingCommaNamesLineAndColumn() {
        SpecResult result = PARSER.parse("{\"num_workers\": 1,\n \"spark_version\": \"15.4.x-scala2.12\",\n}");

        assertThat(result.problems())
                .containsExactly(new SpecProblem(
                        SpecProblem.Severity.ERROR,
                        "",
                        "MALFORMED_REQUEST",
                        "The JSON of the cluster spec is broken at line 2, column 37: a comma stands before the closing"
                                + " brace [}].",
                        "Remove the comma.",
                        SpecRule.JSON_SYNTAX));
    }

    @Test
    void parseWhenBrokenAtAPasswordNeverQuotesTheText() {
        SpecResult result = PARSER.parse("{\"docker_image\": {\"basic_auth\": {\"password\": hunter2}}}");

        assertThat(result.problems().toString()).doesNotContain("hunter2");
    }

    @Test
    void parseWhenByteOrderMarkTakesIt() {
        assertThat(messages(PARSER.parse("\uFEFF" + MINIMAL))).isEmpty();
    }

    @Test
    void parseWhenKeyIsGivenTwiceNamesBothPlaces() {
        SpecResult result =
                PARSER.parse(MINIMAL.replace("\"num_workers\": 2", "\"num_workers\": 2, \"num_workers\": 3"));

        assertThat(messages(result))
                .containsExactly(
                        "ERROR /num_workers: Field [num_workers] is given twice: at line 1, column 68 and again"
                                + " at line 1, column 86.");
    }

    @Test
    void parseWhenSeveralThingsAreWrongTellsAllInTheOrderOfTheDocument() {
        SpecResult result = PARSER.parse("""
                {"spark_verison": "15.4.x-scala2.12",
                 "init_scripts": [{"s3": {"destination": "x.sh"}}, {"file": {"destination": 5}}],
                 "num_workers": "2",
                 "docker_image": {"URL": "x", "tag": 1},
                 "autotermination_minutes": 5,
                 "spark_env_vars": {"A": {}, "B": null}}
                """);

        assertThat(messages(result))
                .containsExactly(
                        "ERROR /node_type_id: Missing required field 'node_type_id'",
                        "ERROR /spark_version: Missing required field 'spark_version'",
                        "ERROR /spark_verison: Field [spark_verison] is not known; did you mean [spark_version]?",
                        "ERROR /init_scripts/0/s3: An S3 location of an init script needs [region] or [endpoint].",
                        "ERROR /init_scripts/0/s3/destination: Init script destination [x.sh] does not have the form of"
                                + " the kind [s3].",
                        "ERROR /init_scripts/1/file/destination: Field [destination] must be a string, but it is a whole"
                                + " number.",
                        "ERROR /num_workers: Field [num_workers] must be a whole number, but it is a string.",
                        "ERROR /docker_image/url: The image has no [url].",
                        "ERROR /docker_image/URL: Field [URL] is not known; did you mean [url]?",
                        "ERROR /docker_image/tag: Field [tag] is not known.",
                        "ERROR /autotermination_minutes: Field [autotermination_minutes] must be 0, or 10 to 10000, but"
                                + " it is [5].",
                        "ERROR /spark_env_vars/A: Field [A] must be a string, but it is an object.",
                        "ERROR /spark_env_vars/B: Field [B] must be a string, but it is null.");
    }

    @Test
    void parseWhenValueHasWrongTypeNeverShowsIt() {
        SpecResult result = PARSER.parse("""
                {"docker_image": {"url": "x", "basic_auth": {"username": "u", "password": 918273}}}""");

        assertThat(result.problems().toString()).doesNotContain("918273");
        assertThat(messages(result))
                .contains(
                        "ERROR /docker_image/basic_auth/password: Field [password] must be a string, but it is a whole"
                                + " number.");
    }

    @Test
    void parseWhenConstantIsMisspeltNamesTheNearest() {
        SpecResult result =
                PARSER.parse(MINIMAL.replace("{\"spark", "{\"data_security_mode\": \"single-user\", \"spark"));

        assertThat(result.problems().get(0).message())
                .isEqualTo("Field [data_security_mode] has an unknown value [single-user].");
        assertThat(result.problems().get(0).advice()).isEqualTo("Did you mean [SINGLE_USER]?");
    }

    @Test
    void parseWhenFieldStandsInTheWrongBlockNamesItsPlace() {
        SpecResult result = PARSER.parse(MINIMAL.replace("{\"spark", "{\"password\": \"x\", \"spark"));

        assertThat(messages(result))
                .containsExactly(
                        "ERROR /password: Field [password] is not known here; it belongs in [/docker_image/basic_auth].");
    }

    @Test
    void parseWhenUnknownKeyIsAllowedWarnsAndKeepsItInTheEcho() {
        SpecParser lenient = new SpecParser(new TestPlatform(), AllowedRules.of(List.of("unknown-key")));

        SpecResult result = lenient.parse(MINIMAL.replace("{\"spark", "{\"brand_new\": 1, \"spark"));

        assertThat(messages(result)).containsExactly("WARNING /brand_new: Field [brand_new] is not known.");
        assertThat(valid(result).raw().path("brand_new").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
    void parseWhenNoObjectSaysSo(String json) {
        assertThat(messages(PARSER.parse(json)))
                .containsExactly("ERROR : The cluster spec must be a JSON object with the fields of a create call.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"new_cluster\": %s}",
                "{\"cluster_id\": \"x\", \"state\": \"RUNNING\", \"spec\": %s}",
                "{\"name\": \"job\", \"job_clusters\": [{\"job_cluster_key\": \"main\", \"new_cluster\": %s}]}",
                "{\"settings\": {\"tasks\": [{\"task_key\": \"a\", \"for_each_task\": {\"task\": {\"new_cluster\": %s}}}]}}"
            })
    void parseWhenClusterIsWrappedFindsIt(String wrapper) {
        assertThat(valid(PARSER.parse(wrapper.formatted(MINIMAL))).numWorkers()).isEqualTo(2);
    }

    @Test
    void parseWhenWrappedPointersStartAtTheDocument() {
        assertThat(messages(PARSER.parse(
                        "{\"tasks\": [{}, {\"new_cluster\": %s}]}".formatted(MINIMAL.replace("2,", "-2,")))))
                .containsExactly(
                        "ERROR /tasks/1/new_cluster/num_workers: Field [num_workers] must be 0 or more, but it is [-2].");
    }

    @Test
    void parseWhenJobHasSeveralClustersNamesThem() {
        assertThat(messages(PARSER.parse("{\"tasks\": [{\"new_cluster\": {}}, {\"new_cluster\": {}}]}")))
                .containsExactly(
                        "ERROR : The job has several clusters: [/tasks/0/new_cluster], [/tasks/1/new_cluster].");
        assertThat(messages(PARSER.parse("{\"tasks\": []}")))
                .containsExactly("ERROR : The job has no [new_cluster] of its own.");
    }

    @Test
    void parseWhenAnswerOfAGetCallWarnsOfItsOwnFields() {
        assertThat(messages(PARSER.parse(MINIMAL.replace("{\"spark", "{\"state\": \"RUNNING\", \"spark"))))
                .containsExactly("WARNING /state: Field [state] belongs to the answer of a get call and is ignored.");
    }

    @Test
    void toStringOfASpecHidesPasswordAndVariables() {
        ClusterSpec spec = valid(PARSER.parse(MINIMAL.replace(
                "1.4\"}",
                "1.4\", \"basic_auth\": {\"username\": \"u\", \"password\": \"hunter2\"}},"
                        + " \"spark_env_vars\": {\"TOKEN\": \"hunter3\"}")));

        assertThat(spec.toString() + spec.dockerImage()).doesNotContain("hunter");
    }
}
