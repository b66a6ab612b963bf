package dev.nodestart.emulator.spec;

import dev.nodestart.emulator.spec.Shape.Block;
import dev.nodestart.emulator.spec.Shape.Choice;
import dev.nodestart.emulator.spec.Shape.Flag;
import dev.nodestart.emulator.spec.Shape.ListOf;
import dev.nodestart.emulator.spec.Shape.Open;
import dev.nodestart.emulator.spec.Shape.StringMap;
import dev.nodestart.emulator.spec.Shape.Text;
import dev.nodestart.emulator.spec.Shape.Whole;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every field of the create call with its type (clusters-api.md §1 and §2.1). */
final class CreateCall {
    private static final Shape TEXT = new Text();
    private static final Shape WHOLE = new Whole();
    private static final Shape FLAG = new Flag();
    private static final Shape OPEN = new Open();
    private static final Block PLACE = new Block(Map.of("destination", TEXT));
    private static final Block S3 = new Block(Map.of(
            "destination", TEXT,
            "region", TEXT,
            "endpoint", TEXT,
            "enable_encryption", FLAG,
            "encryption_type", TEXT,
            "kms_key", TEXT,
            "canned_acl", TEXT));

    static final Block DOCKER_IMAGE =
            new Block(Map.of("url", TEXT, "basic_auth", new Block(Map.of("username", TEXT, "password", TEXT))));
    static final Block INIT_SCRIPT = new Block(Map.of(
            "workspace", PLACE,
            "volumes", PLACE,
            "file", PLACE,
            "s3", S3,
            "abfss", PLACE,
            "gcs", PLACE,
            "dbfs", PLACE));
    static final Block LOG_CONF = new Block(Map.of("dbfs", PLACE, "s3", S3, "volumes", PLACE));

    static final Block BLOCK = new Block(Map.ofEntries(
            Map.entry("cluster_name", TEXT),
            Map.entry("spark_version", TEXT),
            Map.entry("node_type_id", TEXT),
            Map.entry("driver_node_type_id", TEXT),
            Map.entry("num_workers", WHOLE),
            Map.entry("autoscale", new Block(Map.of("min_workers", WHOLE, "max_workers", WHOLE))),
            Map.entry("docker_image", DOCKER_IMAGE),
            Map.entry("init_scripts", new ListOf(INIT_SCRIPT)),
            Map.entry("spark_conf", new StringMap()),
            Map.entry("spark_env_vars", new StringMap()),
            Map.entry("custom_tags", new StringMap()),
            Map.entry("cluster_log_conf", LOG_CONF),
            Map.entry(
                    "data_security_mode",
                    new Choice(List.of(
                            "DATA_SECURITY_MODE_AUTO",
                            "DATA_SECURITY_MODE_STANDARD",
                            "DATA_SECURITY_MODE_DEDICATED",
                            "USER_ISOLATION",
                            "SINGLE_USER",
                            "NONE",
                            "LEGACY_TABLE_ACL",
                            "LEGACY_PASSTHROUGH",
                            "LEGACY_SINGLE_USER",
                            "LEGACY_SINGLE_USER_STANDARD"))),
            Map.entry("single_user_name", TEXT),
            Map.entry("kind", new Choice(List.of("CLASSIC_PREVIEW"))),
            Map.entry("is_single_node", FLAG),
            Map.entry("use_ml_runtime", FLAG),
            Map.entry("runtime_engine", new Choice(List.of("NULL", "STANDARD", "PHOTON"))),
            Map.entry("autotermination_minutes", WHOLE),
            Map.entry(
                    "dependency_mode",
                    new Choice(List.of(
                            "DEPENDENCY_MODE_AUTO",
                            "DEPENDENCY_MODE_CLUSTER_LIBRARIES",
                            "DEPENDENCY_MODE_ENVIRONMENTS"))),
            Map.entry("ssh_public_keys", new ListOf(TEXT)),
            Map.entry("policy_id", TEXT),
            Map.entry("apply_policy_default_values", FLAG),
            Map.entry("instance_pool_id", TEXT),
            Map.entry("driver_instance_pool_id", TEXT),
            Map.entry("idempotency_token", TEXT),
            Map.entry("enable_elastic_disk", FLAG),
            Map.entry("enable_local_disk_encryption", FLAG),
            Map.entry("aws_attributes", OPEN),
            Map.entry("azure_attributes", OPEN),
            Map.entry("gcp_attributes", OPEN),
            Map.entry(
                    "workload_type", new Block(Map.of("clients", new Block(Map.of("notebooks", FLAG, "jobs", FLAG))))),
            Map.entry("clone_from", new Block(Map.of("source_cluster_id", TEXT))),
            Map.entry("remote_disk_throughput", WHOLE),
            Map.entry("total_initial_remote_disk_size", WHOLE),
            Map.entry("driver_node_type_flexibility", OPEN),
            Map.entry("worker_node_type_flexibility", OPEN)));

    /** What a get call answers beside the fields of the create call. */
    static final Set<String> RESPONSE_FIELDS = Set.of(
            "cluster_id",
            "state",
            "state_message",
            "creator_user_name",
            "cluster_source",
            "start_time",
            "terminated_time",
            "last_state_loss_time",
            "last_restarted_time",
            "last_activity_time",
            "termination_reason",
            "driver",
            "executors",
            "spark_context_id",
            "jdbc_port",
            "cluster_cores",
            "cluster_memory_mb",
            "default_tags",
            "cluster_log_status",
            "effective_spark_version",
            "spec");

    private CreateCall() {}
}
