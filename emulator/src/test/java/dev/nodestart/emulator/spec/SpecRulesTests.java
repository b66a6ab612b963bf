package dev.nodestart.emulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecRulesTests {
    /** One problem as {@code SEVERITY rule pointer: message}. */
    private static List<String> lines(SpecResult result) {
        return result.problems().stream()
                .map(p -> "%s %s %s: %s".formatted(p.severity(), p.rule().id(), p.pointer(), p.message()))
                .toList();
    }

    @Test
    void checkWhenGoodFindsNothing() {
        assertThat(lines(Call.good().parse())).isEmpty();
    }

    // The API's own words (clusters-api.md §1, Errors).
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            num_workers   | ``                 | ERROR size /num_workers: Missing required field: size
            num_workers   | null               | ERROR size /num_workers: Missing required field: size
            node_type_id  | ``                 | ERROR node-type /node_type_id: Missing required field 'node_type_id'
            node_type_id  | ' '                | ERROR node-type /node_type_id: Missing required field 'node_type_id'
            spark_version | '14.3.x-gpu'       | ERROR spark-version /spark_version: Invalid spark version 14.3.x-gpu.
            spark_version | '15.4'             | ERROR spark-version /spark_version: Invalid spark version 15.4.
            docker_image  | ``                 | ERROR file-script /init_scripts/0/file: File init scripts (specified with a file:/ prefix) can only be specified for clusters with custom docker containers.
            node_type_id  | 'm4.xlarge'        | ERROR ebs-volume /node_type_id: At least one EBS volume must be attached for clusters created with node type m4.xlarge.
            spark_conf    | {'spark.databricks.cluster.profile': 'serverless'} | ERROR access-mode-conf /spark_conf/spark.databricks.cluster.profile: Spark Conf: `spark.databricks.cluster.profile` is not allowed when choosing an access mode
            """)
    void checkGivesTheApisOwnCodeAndMessage(String field, String json, String line) {
        Call call = Call.good()
                .with("data_security_mode", "'SINGLE_USER'")
                .with("init_scripts", "[{'file': {'destination': 'file:/opt/a.sh'}}]");

        SpecResult result = (json.isEmpty() ? call.without(field) : call.with(field, json)).parse();

        assertThat(result).isInstanceOf(SpecResult.Invalid.class);
        assertThat(lines(result)).containsExactly(line);
        assertThat(result.problems().get(0).errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
        assertThat(result.problems().get(0).rule().wording()).isEqualTo(SpecRule.Wording.API);
    }

    // Ours: what the API says is not known.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            spark_version | ''                         | ERROR required-field /spark_version: Missing required field 'spark_version'
            spark_version | '15.4.x-cpu-ml-scala2.12'  | ERROR ml-runtime /spark_version: Databricks Runtime for Machine Learning [15.4.x-cpu-ml-scala2.12] does not take a custom image.
            spark_version | '15.4.x-gpu-ml-scala2.12'  | ERROR ml-runtime /spark_version: The GPU runtime [15.4.x-gpu-ml-scala2.12] does not take a custom image.
            spark_version | '15.4.x-hls-scala2.12'     | ERROR genomics-runtime /spark_version: Databricks Runtime for Genomics [15.4.x-hls-scala2.12] does not take a custom image.
            spark_version | 'apache-spark-2.4.x-scala2.11' | ERROR light-runtime /spark_version: Databricks Light [apache-spark-2.4.x-scala2.11] does not take a custom image.
            spark_version | '15.4.x-aarch64-scala2.12' | ERROR graviton /spark_version: The runtime for Graviton (arm64) [15.4.x-aarch64-scala2.12] does not take a custom image.
            spark_version | '7.3.x-scala2.12'          | WARNING historic-runtime /spark_version: Databricks Runtime [7.3.x-scala2.12] is out of support; its image needs conda.
            spark_version | '15.9.x-scala2.12'         | WARNING unknown-runtime /spark_version: Line [15.9] is not known; [15.4] stands in for it.
            node_type_id  | 'm6gd.large'               | ERROR graviton /node_type_id: Node type [m6gd.large] is arm64, which does not take a custom image.
            node_type_id  | 'x9.huge'                  | WARNING unknown-node-type /node_type_id: Node type [x9.huge] is not known; its nodes get no limits.
            num_workers   | -1                         | ERROR num-workers /num_workers: Field [num_workers] must be 0 or more, but it is [-1].
            num_workers   | 3000000000                 | ERROR field-type /num_workers: Field [num_workers] must be a whole number, but it is a number beyond 32 bits.
            num_workers   | 2.0                        | ERROR field-type /num_workers: Field [num_workers] must be a whole number, but it is a number with a decimal point.
            num_workers   | 0                          | WARNING single-node /num_workers: A cluster without workers cannot run Spark jobs unless it is a single node.
            autoscale     | {'min_workers': 1, 'max_workers': 2} | ERROR size-twice /num_workers: Only one of [num_workers] and [autoscale] can be given.
            data_security_mode | 'USER_ISOLATION'      | ERROR standard-compute /data_security_mode: Standard access mode [USER_ISOLATION] does not take a custom image.
            data_security_mode | 'DATA_SECURITY_MODE_STANDARD' | ERROR standard-compute /data_security_mode: Standard access mode [DATA_SECURITY_MODE_STANDARD] does not take a custom image.
            single_user_name | 'me'                    | WARNING single-user-name /single_user_name: Field [single_user_name] has a meaning only with the access mode [SINGLE_USER].
            is_single_node | true                      | ERROR kind /is_single_node: Field [is_single_node] can only be given together with [kind].
            autotermination_minutes | 9                | ERROR autotermination /autotermination_minutes: Field [autotermination_minutes] must be 0, or 10 to 10000, but it is [9].
            autotermination_minutes | 10001            | ERROR autotermination /autotermination_minutes: Field [autotermination_minutes] must be 0, or 10 to 10000, but it is [10001].
            docker_image  | {}                         | ERROR image-url /docker_image/url: The image has no [url].
            docker_image  | {'url': 'https://acme.io/a'} | ERROR image-url /docker_image/url: An image reference has no scheme, but this one begins with [https://].
            docker_image  | {'url': 'a b'}             | ERROR image-url /docker_image/url: The image reference [a b] holds blanks.
            docker_image  | {'url': 'a', 'basic_auth': {'username': 'u'}} | ERROR basic-auth /docker_image/basic_auth/password: Field [basic_auth] has no [password].
            docker_image  | {'url': 'a', 'basic_auth': {'username': 'u', 'password': 'p'}} | WARNING clear-password /docker_image/basic_auth/password: The registry password stands in clear text, where everyone who sees the cluster can read it.
            spark_env_vars | {'A': '{{ secrets/a/b }}'} | WARNING secret-form /spark_env_vars/A: The value of [A] looks like a secret reference, but does not have its form.
            spark_env_vars | {'DB_IS_DRIVER': '1'}     | WARNING env-var /spark_env_vars/DB_IS_DRIVER: Variable [DB_IS_DRIVER] is set by the platform and cannot be overridden.
            spark_env_vars | {'a-b/c': '1'}            | WARNING env-var /spark_env_vars/a-b~1c: Name [a-b/c] is not one that a shell can export.
            custom_tags   | {'': 'x'}                  | ERROR custom-tags /custom_tags/: The key of a custom tag has 1 to 127 characters, but this one has [0].
            """)
    void checkSaysInItsOwnWords(String field, String json, String line) {
        SpecResult result = Call.good().with(field, json).parse();

        assertThat(lines(result)).containsExactly(line);
        assertThat(result.problems().get(0).rule().wording()).isEqualTo(SpecRule.Wording.EMULATOR);
        assertThat(result instanceof SpecResult.Valid).isEqualTo(line.startsWith("WARNING"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'min_workers': 2, 'max_workers': 2}  | Field [max_workers] must be greater than [min_workers], but they are [2] and [2].
            {'min_workers': -1, 'max_workers': 2} | Field [max_workers] must be greater than [min_workers], but they are [2] and [-1].
            {'min_workers': 2}                    | Field [autoscale] needs [min_workers] and [max_workers].
            """)
    void checkWhenAutoscaleIsWrong(String json, String message) {
        SpecResult result =
                Call.good().without("num_workers").with("autoscale", json).parse();

        assertThat(lines(result)).containsExactly("ERROR autoscale /autoscale: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                       | ERROR script-location /init_scripts/0: An init script has exactly one location, but this one has none.
            {'workspace': {'destination': '/a.sh'}, 'gcs': {'destination': 'gs://b/a.sh'}} | ERROR script-location /init_scripts/0: An init script has exactly one location, but this one has [workspace] and [gcs].
            {'worspace': {'destination': '/a.sh'}}   | ERROR unknown-key /init_scripts/0/worspace: Field [worspace] is not known; did you mean [workspace]?
            {'workspace': {}}                        | ERROR script-destination /init_scripts/0/workspace/destination: The [workspace] location has no destination.
            {'workspace': {'destination': 'a.sh'}}   | ERROR script-destination /init_scripts/0/workspace/destination: Init script destination [a.sh] does not have the form of the kind [workspace].
            {'workspace': {'destination': '/a/'}}    | ERROR script-destination /init_scripts/0/workspace/destination: Init script destination [/a/] names a folder.
            {'file': {'destination': '/opt/a.sh'}}   | ERROR script-destination /init_scripts/0/file/destination: Init script destination [/opt/a.sh] does not have the form of the kind [file].
            {'gcs': {'destination': 'gs://bucket'}}  | ERROR script-destination /init_scripts/0/gcs/destination: Init script destination [gs://bucket] names a folder.
            {'s3': {'destination': 's3://b/a.sh'}}   | ERROR script-region /init_scripts/0/s3: An S3 location of an init script needs [region] or [endpoint].
            {'dbfs': {'destination': 'dbfs:/a.sh'}}  | WARNING dbfs-script /init_scripts/0/dbfs: Init scripts on DBFS are deprecated, and newer workspaces refuse them.
            {'volumes': {'destination': '/Volumes/c/s/v/a.sh'}} | WARNING volumes-conf /init_scripts/0/volumes: With a custom image, volumes work only when their Spark conf is set.
            {'volumes': {'destination': '/Volumes/c/s/v'}, 'x': 1} | ERROR unknown-key /init_scripts/0/x: Field [x] is not known.
            {'abfss': {'destination': 'abfss://c@a.dfs.core.windows.net/a.sh'}} | WARNING abfss-conf /init_scripts/0/abfss: An init script on ABFSS needs credentials in the Spark conf, and there are none.
            """)
    void checkJudgesInitScripts(String script, String line) {
        assertThat(lines(Call.good().with("init_scripts", "[" + script + "]").parse()))
                .contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'workspace': {'destination': '/Users/me/x.sh'}}",
                "{'workspace': {'destination': 'workspace:/Shared/x.sh'}}",
                "{'volumes': {'destination': 'dbfs:/Volumes/c/s/v/x.sh'}}",
                "{'file': {'destination': 'file:/opt/spark-rapids/init.sh'}}",
                "{'s3': {'destination': 's3://b/x.sh', 'region': 'us-west-2'}}",
                "{'s3': {'destination': 's3://b/x.sh', 'endpoint': 'https://s3'}}",
                "{'abfss': {'destination': 'abfss://c@a.dfs.core.windows.net/x.sh'}}",
                "{'gcs': {'destination': 'gs://b/x.sh'}}"
            })
    void checkTakesEveryDocumentedForm(String script) {
        Call call = Call.good()
                .with("init_scripts", "[" + script + "]")
                .with(
                        "spark_conf",
                        "{'spark.databricks.unityCatalog.volumes.enabled': true,"
                                + " 'spark.hadoop.fs.azure.account.auth.type': 'OAuth'}");

        assertThat(lines(call.parse())).isEmpty();
    }

    @Test
    void checkWhenDestinationIsOfAnotherKindNamesIt() {
        SpecResult result = Call.good()
                .with("init_scripts", "[{'workspace': {'destination': 'dbfs:/a.sh'}}]")
                .parse();

        assertThat(result.problems().get(0).advice()).isEqualTo("It looks like the kind [dbfs].");
    }

    @Test
    void checkWhenMoreThanTenScriptsWarns() {
        String script = "{'workspace': {'destination': '/a.sh'}}";
        String eleven = IntStream.range(0, 11).mapToObj(i -> script).collect(Collectors.joining(",", "[", "]"));

        SpecResult result = Call.good().with("init_scripts", eleven).parse();

        assertThat(lines(result))
                .containsExactly(
                        "WARNING script-count /init_scripts: The cluster has [11] init scripts; Databricks' own"
                                + " tools allow at most 10.");
        assertThat(SpecParserTests.valid(result).initScripts()).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                        | log-destination /cluster_log_conf: Field [cluster_log_conf] has exactly one of [dbfs], [s3] and [volumes].
            {'dbfs': {'destination': '/logs'}}        | log-destination /cluster_log_conf/dbfs/destination: Log destination [/logs] does not have the form of the kind [dbfs].
            {'dbfs': {}}                              | log-destination /cluster_log_conf/dbfs/destination: The [dbfs] location has no destination.
            """)
    void checkJudgesLogDestinations(String json, String line) {
        assertThat(lines(Call.good().with("cluster_log_conf", json).parse())).containsExactly("ERROR " + line);
    }

    @Test
    void checkWhenLogsGoToAFolderTakesIt() {
        assertThat(lines(Call.good()
                        .with("cluster_log_conf", "{'dbfs': {'destination': 'dbfs:/cluster-logs'}}")
                        .parse()))
                .isEmpty();
    }

    @Test
    void checkWhenTagsAndKeysExceedTheirLimits() {
        String tags = IntStream.range(0, 46)
                .mapToObj(i -> "'k%d': 'v'".formatted(i))
                .collect(Collectors.joining(",", "{'long': '" + "x".repeat(256) + "',", "}"));
        String keys = IntStream.range(0, 11).mapToObj(i -> "'k'").collect(Collectors.joining(",", "[", "]"));

        assertThat(lines(Call.good()
                        .with("custom_tags", tags)
                        .with("ssh_public_keys", keys)
                        .parse()))
                .containsExactly(
                        "ERROR custom-tags /custom_tags: A cluster takes at most 45 custom tags, but it has [47].",
                        "ERROR custom-tags /custom_tags/long: The value of tag [long] has [256] characters; at most 255"
                                + " are taken.",
                        "ERROR ssh-keys /ssh_public_keys: A cluster takes at most 10 SSH keys, but it has [11].");
    }

    @Test
    void checkWhenEnvironmentValueHasAnApostropheNeverShowsIt() {
        SpecResult result =
                Call.good().with("spark_env_vars", "{'A': \"it\\u0027s\"}").parse();

        assertThat(lines(result))
                .containsExactly(
                        "WARNING env-var /spark_env_vars/A: The value of variable [A] holds an apostrophe, which"
                                + " ends its quotes in the start script.");
    }

    @Test
    void checkWhenEnvironmentValueIsLongerThanAnyProgramIsStartedWithWarns() {
        String longest = "x".repeat(131_072 - "A=".length() - 1);

        assertThat(lines(Call.good()
                        .with("spark_env_vars", "{'A': '" + longest + "'}")
                        .parse()))
                .isEmpty();
        assertThat(lines(Call.good()
                        .with("spark_env_vars", "{'A': '" + longest + "y'}")
                        .parse()))
                .containsExactly(
                        "WARNING env-var /spark_env_vars/A: Variable [A] takes 131073 bytes, and Linux starts no"
                                + " program with one of more than 131072.");
    }

    @Test
    void checkWhenExplicitSingleNodeIsQuiet() {
        assertThat(lines(Call.good()
                        .with("num_workers", "0")
                        .with(
                                "spark_conf",
                                "{'spark.databricks.cluster.profile': 'singleNode', 'spark.master': 'local[*, 4]'}")
                        .with("custom_tags", "{'ResourceClass': 'SingleNode'}")
                        .parse()))
                .isEmpty();
        assertThat(lines(Call.good()
                        .without("num_workers")
                        .with("kind", "'CLASSIC_PREVIEW'")
                        .with("is_single_node", "true")
                        .parse()))
                .isEmpty();
    }

    @Test
    void checkWhenSingleNodeHasWorkersWarns() {
        assertThat(lines(Call.good()
                        .with("spark_conf", "{'spark.databricks.cluster.profile': 'singleNode'}")
                        .parse()))
                .containsExactly(
                        "WARNING single-node /num_workers: The Spark conf makes this a single node, but it has [2]"
                                + " workers.");
    }

    @Test
    void checkWhenPoolOrImageIsAbsentAsksForLess() {
        assertThat(lines(Call.good()
                        .without("node_type_id")
                        .with("instance_pool_id", "'pool'")
                        .parse()))
                .isEmpty();
        assertThat(lines(Call.good()
                        .without("docker_image")
                        .with("spark_version", "'15.4.x-gpu-ml-scala2.12'")
                        .with("data_security_mode", "'USER_ISOLATION'")
                        .parse()))
                .isEmpty();
    }

    @Test
    void checkWhenRuleIsAllowedWarns() {
        Call call = Call.good().with("data_security_mode", "'USER_ISOLATION'");

        assertThat(call.parse()).isInstanceOf(SpecResult.Invalid.class);
        assertThat(lines(call.parse("standard-compute")))
                .containsExactly(
                        "WARNING standard-compute /data_security_mode: Standard access mode [USER_ISOLATION] does"
                                + " not take a custom image.");
        assertThat(call.parse("standard-compute")).isInstanceOf(SpecResult.Valid.class);
    }

    @Test
    void checkWhenEveryAllowableRuleIsAllowedStillGivesASpec() {
        String[] all = Arrays.stream(SpecRule.values())
                .filter(SpecRule::allowable)
                .map(SpecRule::id)
                .toArray(String[]::new);

        SpecResult result = new Call()
                .with("spark_version", "'15.4.x-hls-scala2.12'")
                .with("docker_image", "{'url': ''}")
                .with("init_scripts", "[{}, {'s3': {}}, {'gcs': {'destination': 'gs://b/a.sh'}}]")
                .with("autoscale", "{'min_workers': -5}")
                .parse(all);

        ClusterSpec spec = SpecParserTests.valid(result);
        assertThat(spec.numWorkers()).isZero();
        assertThat(spec.nodeTypeId()).isEmpty();
        assertThat(spec.dockerImage()).isEmpty();
        assertThat(spec.initScripts()).containsExactly(new InitScript(InitScript.Kind.GCS, "gs://b/a.sh"));
    }
}
