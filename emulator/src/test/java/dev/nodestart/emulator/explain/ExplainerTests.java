package dev.nodestart.emulator.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users have of a real workspace, and what is made of it. */
class ExplainerTests {
    private static final String VIRTUALENV = "java.io.IOException: Cannot run program \"virtualenv\" (in directory"
            + " \"/local_disk0/.ephemeral_nfs/cluster_libraries\"): error=2, No such file or directory";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Internal error message: Spark error: Driver down cause: java.io.IOException: Cannot run program "virtualenv" (in directory "/local_disk0/.ephemeral_nfs/cluster_libraries"): error=2, No such file or directory | DCS-F01
                Spark error: Driver down cause: driver state change (exit code: 10) | DCS-F02
                java.lang.Exception: Cannot run program "virtualenv" (in directory "/local_disk0/pythonVirtualEnvDirs"): error=2 | DCS-F04
                Internal error message: Failed to launch spark container on instance i-0a. Exception: Container setup has timed out | DCS-F10
                Internal error message: Spark failed to start: Timed out after 60 seconds | DCS-F11
                ImportError: FileNotFoundError: No such file or directory: '/Volumes/main/a/b' | DCS-F36
                Unable to add 1 container to the cluster. Reason: Timeout while placing nodes | DCS-F39
                Custom containers is turned off for your deployment. Please contact your workspace administrator to use this feature. | DCS-F40
                Spark error: Driver down cause: driver state change (exit code: 137) | DCS-F41
                ManagedLibraryInstallFailed: Process List(/databricks/python/bin/pip, install, x) exited with code 2 | DCS-F43
                Init script dbfs:/a.sh failed: /1/a.sh: No such file or directory. | DCS-F52
                toomanyrequests: You have reached your pull rate limit. | DCS-F57
                """)
    void explainWhenTheMessageIsKnownNamesItsRowFirst(String message, String id) {
        assertThat(Explained.ids(message)).first().isEqualTo(id);
    }

    @Test
    void explainEventsTakesTheLastFailureAndItsPlace() {
        Explanation explanation = Explained.text("""
                {"events": [
                  {"cluster_id": "1", "timestamp": 30, "type": "TERMINATING", "details": {"reason": {
                    "code": "INIT_SCRIPT_FAILURE", "type": "CLIENT_ERROR", "parameters": {"instance_id": "i-1",
                    "databricks_error_message": "Cluster scoped init script /a.sh failed: Script exit status is non-zero"}}}},
                  {"cluster_id": "1", "timestamp": 20, "type": "STARTING", "details": {}},
                  {"cluster_id": "1", "timestamp": 10, "type": "TERMINATING", "details": {"reason": {
                    "code": "AZURE_QUOTA_EXCEEDED_EXCEPTION", "type": "CLOUD_FAILURE", "parameters": {}}}},
                  {"cluster_id": "1", "timestamp": 5, "type": "CREATING", "details": {}}],
                 "total_count": 4}
                """);

        assertThat(explanation.form()).isEqualTo(Form.CLUSTER_EVENTS);
        assertThat(explanation.code()).contains("INIT_SCRIPT_FAILURE");
        assertThat(explanation.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("DCS-F49");
            assertThat(finding.evidence().get(0))
                    .isEqualTo(new SeenLine(
                            4,
                            "/events/0/details/reason/parameters/databricks_error_message",
                            "Cluster scoped init script /a.sh failed: Script exit status is non-zero"));
        });
        assertThat(explanation.notes())
                .containsExactly("The last end of the cluster is explained; earlier ones, left out, were for"
                        + " [AZURE_QUOTA_EXCEEDED_EXCEPTION].");
    }

    @Test
    void explainEventsWhenTheyAreAnArrayIsTheSame() {
        assertThat(Explained.text("[{\"timestamp\": 1, \"type\": \"TERMINATING\", \"details\": {\"reason\":"
                        + " {\"code\": \"DOCKER_IMAGE_PULL_FAILURE\"}}}]"))
                .satisfies(explanation -> {
                    assertThat(explanation.form()).isEqualTo(Form.CLUSTER_EVENTS);
                    assertThat(explanation.findings()).extracting(Finding::id).containsExactly("DCS-F13");
                });
    }

    @Test
    void explainClusterReadsItsRuntimeAndItsMessage() {
        Explanation explanation = Explained.text("""
                {"cluster_id": "1", "state": "TERMINATED", "spark_version": "15.4.x-scala2.12",
                 "state_message": "Spark error: Driver down cause: java.lang.UnsupportedClassVersionError: x",
                 "termination_reason": {"code": "SPARK_ERROR", "type": "SERVICE_FAULT", "parameters": {}}}
                """);

        assertThat(explanation.form()).isEqualTo(Form.CLUSTER);
        assertThat(explanation.line()).contains("15.4");
        assertThat(explanation.findings()).extracting(Finding::id).containsExactly("DCS-F20");
    }

    @Test
    void explainNamesTheJavaOfTheLineWhereTheLineIsKnown() {
        String said = "Spark error: Driver down cause: java.lang.UnsupportedClassVersionError: x";

        assertThat(Explained.text(
                                "{\"cluster_id\": \"1\", \"spark_version\": \"16.4.x-scala2.12\", \"state_message\": \""
                                        + said + "\"}")
                        .findings()
                        .get(0)
                        .fix())
                .contains("{\"JNAME\": \"java-17-openjdk-amd64\"}");
        assertThat(Explained.text(said).findings().get(0).fix())
                .contains("{\"JNAME\": \"java-VERSION-openjdk-amd64\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "AZURE_QUOTA_EXCEEDED_EXCEPTION, TERM-QUOTA, CLOUD",
        "AWS_INSUFFICIENT_INSTANCE_CAPACITY_FAILURE, DCS-F39, CLOUD",
        "SECRET_PERMISSION_DENIED, TERM-SECRET_PERMISSION_DENIED, WORKSPACE",
        "DBFS_COMPONENT_UNHEALTHY, TERM-DBFS_COMPONENT_UNHEALTHY, PLATFORM",
        "USER_REQUEST, TERM-USER_REQUEST, NOBODY",
        "DOCKER_INVALID_OS_EXCEPTION, DCS-F14, IMAGE"
    })
    void explainReasonSaysWhereItLies(String code, String id, Blame blame) {
        Explanation explanation = Explained.text("{\"code\": \"" + code + "\", \"type\": \"CLOUD_FAILURE\"}");

        assertThat(explanation.form()).isEqualTo(Form.TERMINATION_REASON);
        assertThat(explanation.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo(id);
            assertThat(finding.blame()).isEqualTo(blame);
            assertThat(finding.confidence()).isEqualTo(Diagnosis.Confidence.CERTAIN);
        });
    }

    @Test
    void explainReasonInTheWordsOfThePageFindsItsCode() {
        assertThat(Explained.text("Cluster terminated. Reason: Azure Quota Exceeded Exception")
                        .code())
                .contains("AZURE_QUOTA_EXCEEDED_EXCEPTION");
    }

    @Test
    void explainEventsWithoutAnEndReadsWhatTheirTypesSay() {
        assertThat(Explained.ids("{\"timestamp\": 1, \"type\": \"METASTORE_DOWN\", \"details\": {}}"))
                .containsExactly("TERM-METASTORE_DOWN");
    }

    @Test
    void explainWhenTheCodeSaysNotWhyIsNotKnown() {
        Explanation explanation = Explained.text("{\"code\": \"SPARK_ERROR\", \"type\": \"SERVICE_FAULT\"}");

        assertThat(explanation.findings()).isEmpty();
        assertThat(explanation.seen()).containsExactly(new SeenLine(1, "/code", "code: SPARK_ERROR"));
        assertThat(explanation.advice().get(0)).startsWith("The driver did not start or does not answer");
    }

    @Test
    void explainWhenNothingFitsShowsWhatWasSeen() {
        Explanation explanation = Explained.text("all fine\nERROR: the flux is out of phase\n");

        assertThat(explanation.findings()).isEmpty();
        assertThat(explanation.seen()).containsExactly(new SeenLine(2, "", "ERROR: the flux is out of phase"));
        assertThat(explanation.advice()).isNotEmpty();
    }

    @Test
    void explainDriverLogGivesTheLinesNumber() {
        Explanation explanation = Explained.text("26/11/22 12:00:00 INFO Driver: start\n" + VIRTUALENV + "\n");

        assertThat(explanation.form()).isEqualTo(Form.DRIVER_LOG);
        assertThat(explanation.findings().get(0).evidence()).containsExactly(new SeenLine(2, "", VIRTUALENV));
    }

    @Test
    void explainDriverLogDoesNotBlameARegistryForALostExecutor() {
        assertThat(Explained.ids("26/11/22 12:00:00 WARN Rpc: Connection refused: /10.0.0.1:4040\n"))
                .isEmpty();
    }

    @Test
    void explainReadsGzipAndUtf16() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(VIRTUALENV.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Explained.bytes(packed.toByteArray(), Optional.empty()).findings())
                .hasSize(1);
        assertThat(Explained.bytes(VIRTUALENV.getBytes(StandardCharsets.UTF_16), Optional.empty())
                        .findings())
                .hasSize(1);
    }

    @Test
    void explainWhenGzipBreaksOffReadsWhatCameBefore() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((VIRTUALENV + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] noise = new byte[400_000];
            new java.util.Random(1).nextBytes(noise);
            gzip.write(java.util.Base64.getMimeEncoder().encode(noise));
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

        Explanation explanation = Explained.bytes(half, Optional.empty());

        assertThat(explanation.findings()).extracting(Finding::id).containsExactly("DCS-F01");
        assertThat(explanation.notes()).singleElement().asString().startsWith("It breaks off after line ");
    }

    @Test
    void explainWhenJsonIsCutReadsItAsText() {
        Explanation explanation = Explained.text("{\"events\": [\n{\"message\": \"Container setup has timed out\",\n");

        assertThat(explanation.findings()).extracting(Finding::id).containsExactly("DCS-F10");
        assertThat(explanation.notes())
                .containsExactly("It begins like JSON and is none from line 3 on, so it was read as text.");
    }

    @Test
    void explainWhenThereIsNothingSaysSo() {
        assertThatThrownBy(() -> Explained.text(""))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("[input] is empty: there is nothing to explain.");
    }

    @Test
    void explainWhenItIsBinarySaysWhatItTakes() {
        byte[] noise = new byte[4096];
        new java.util.Random(7).nextBytes(noise);

        assertThatThrownBy(() -> Explained.bytes(noise, Optional.empty()))
                .hasMessage("[input] is not text: give a log, a message, JSON of the API, or the folder or bundle of a"
                        + " run.");
    }

    @Test
    void explainHidesSecretsOfEvidence() {
        Explanation explanation =
                Explained.text("ERROR token=hunter2secret Container setup has timed out for https://u:pass@host/x");

        assertThat(explanation.findings().get(0).evidence().get(0).text())
                .isEqualTo("ERROR token=[REDACTED] Container setup has timed out for https://u:[REDACTED]@host/x");
    }

    @Test
    void explainFillsTheLineThatTheUserGives() {
        assertThat(Explained.text("No module named 'google.protobuf'", "16.4")
                        .findings()
                        .get(0)
                        .fix())
                .startsWith("Install the package set of line 16.4;");
    }

    @Test
    void explainLeavesOutWhatIsNotOfTheLine() {
        String message = "Spark error: Driver down cause: driver state change (exit code: 10)";

        assertThat(Explained.text(message, "15.4").findings()).hasSize(1);
        assertThat(Explained.text(message, "8.4").findings()).isEmpty();
    }
}
